import fc from 'fast-check'

/**
 * Properties are tried on the same random cases each time, so that a change fails for what it changes alone. A number in PROPERTY_SEED
 * tries others; a failure tells its seed.
 */
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED || 1) })
