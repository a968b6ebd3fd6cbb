import { describe, expect, it } from 'vitest'
import { namePromptfooText } from '../../../src/read/formats/evals/promptfoo-texts.ts'

const HEADINGS = 'Status,Score,Named Scores,Grader Reason,Comment'

describe('outputs of promptfoo that are no JSON', () => {
  it.each([
    ['CSV, which has no usage', `country,[openai:gpt-4o] long,${HEADINGS}\nFrance,Paris,PASS,1.00,,All assertions passed,\n`],
    ['CSV, which has no usage', `Description,city,"[cheap] Say ""hi"",\nto {{city}}",${HEADINGS}\r\n`],
    ['CSV, which has no usage', 'name,[x] p,Status,Score,Named Scores,Metric: tone,Grader Reason,Comment\n'],
    ['CSV, which has no usage', 'name,[openai:gpt-4] Greet {{name}}\nAda,"[PASS] (1.00)\n\nHello"\n'],
    ['YAML, which is not read', "evalId: eval-Xi0-2026-11-21T21:57:15\nresults:\n  version: 3\n  timestamp: '2026-11-21T21:57:15.996Z'\n"],
    ['YAML, which is not read', '\uFEFFevalId: null\r\nresults:\r\n  version: 2\r\n'],
    ['XML, which is not read', '<promptfoo>\n  <evalId>eval-Xi0</evalId>\n  <results>\n'],
    [
      'JUnit report, which has no usage',
      '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites errors="0" failures="1" name="promptfoo" skipped="0">\n',
    ],
    ['HTML, which has no usage', '<!doctype html>\n<html>\n<body><div class="brand-lockup" aria-label="Promptfoo">'],
    ['HTML, which has no usage', "<!doctype html>\n<style>tr > td[data-content^='[PASS]'] { color: green; }</style>"],
  ])('%s', (what, head) => {
    expect(namePromptfooText(head)).toBe(`is promptfoo's ${what}: write JSON with \`-o results.json\``)
  })

  it.each([
    ['JSON', '{"evalId":"eval-Xi0","results":{"version":3}}'],
    ['a table of something else', 'model,Status,Score\ngpt,ok,1\n'],
    ['YAML of something else', 'evalId: x\nname: y\n'],
    ['a page of something else', '<!doctype html>\n<html><title>Eval Output</title></html>'],
    ['a report of another tool', '<?xml version="1.0"?>\n<testsuites name="vitest tests">'],
    ['nothing', ''],
  ])('%s is none', (_, head) => {
    expect(namePromptfooText(head)).toBeNull()
  })
})
