import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';

const FOLDER = join(import.meta.dirname, '../../src/codes');
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith('.ts'));

/** One example of a doc comment: lines of code, `// value` behind or below an expression. */
interface Example {
  readonly file: string;
  readonly code: string;
}

const EXAMPLES: Example[] = FILES.flatMap((file) =>
  [...readFileSync(join(FOLDER, file), 'utf8').matchAll(/ \* @example\n((?: \* (?!@).*\n)+)/g)].map(([, lines]) => ({
    file,
    code: lines.replaceAll(/^ \* /gm, ''),
  })),
);

/** Steps of an example: statements, an expression, and what it is said to give. */
function stepsOf(code: string): { statements: string; expression: string; said: string }[] {
  const steps: { statements: string; expression: string; said: string }[] = [];
  let open = '';
  for (const line of code.trimEnd().split('\n')) {
    const [, before, said] = /^(.*?)(?:(?:^|\s+)\/\/ (.*))?$/.exec(line) as RegExpExecArray;
    if (before === '' && said !== undefined) {
      const last = steps.at(-1);
      if (last !== undefined && open === '') last.said += ` ${said}`;
      else {
        steps.push({ ...split(open), said });
        open = '';
      }
      continue;
    }
    open += `${before}\n`;
    if (said === undefined) continue;
    steps.push({ ...split(open), said });
    open = '';
  }
  if (open !== '') steps.push({ ...split(open), said: '' });
  return steps;
}

/** The last statement is the expression. */
function split(code: string): { statements: string; expression: string } {
  const end = code.lastIndexOf(';\n') + 1;
  return { statements: code.slice(0, end), expression: code.slice(end).trim() };
}

/** The value of a comment that is one; undefined where it is prose or leaves something out. */
function valueSaid(said: string): { value: unknown } | undefined {
  if (/…|\.\.\./.test(said) || !/^(?:[[{'"\d-]|true|false|null)/.test(said)) return undefined;
  return { value: new Function(`return (${said})`)() };
}

describe('the examples in doc comments', () => {
  const scope: Record<string, unknown> = {};
  beforeAll(async () => {
    for (const file of FILES) Object.assign(scope, await import(join(FOLDER, file)));
  });

  it('are found', () => {
    expect(EXAMPLES.length).toBeGreaterThan(25);
    expect(EXAMPLES.filter(({ code }) => stepsOf(code).some(({ said }) => valueSaid(said))).length).toBeGreaterThan(20);
  });

  it.each(EXAMPLES)('$file: $code', ({ code }) => {
    let statements = '';
    for (const step of stepsOf(code)) {
      statements += step.statements;
      const result = new Function(...Object.keys(scope), `${statements}\nreturn (${step.expression});`)(
        ...Object.values(scope),
      );
      const said = valueSaid(step.said);
      if (said !== undefined) expect(result).toEqual(said.value);
      else if (/===/.test(step.expression)) expect(result).toBe(true);
      else expect(result).toBeDefined();
    }
  });
});
