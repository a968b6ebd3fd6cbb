import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { type Lab, openLab } from './lab.ts'
import { installProduct, type Product } from './product.ts'

/** What the tests of a file run: as published, without node_modules. */
export let product: Product
/** The pull request, with its GitHub, of the test that runs. */
export let lab: Lab

/** Before each test: a pull request with a GitHub of its own, which `prepare` may change. */
export function stage(prepare: () => unknown = () => {}): void {
  beforeAll(async () => {
    product = await installProduct()
  })
  afterAll(() => product.remove())
  beforeEach(async () => {
    lab = await openLab(product)
    await prepare()
  })
  afterEach(() => lab.close())
}
