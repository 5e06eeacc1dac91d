import { parseArgs } from 'node:util';
import { NOT_A_DAY, parseDay } from '../codes/day.ts';

/**
 * Runs `columnone lookup` where its arguments are plain and right, and gives the exit status; null for everything
 * else, which is the command line parser's to run or to refuse. Loading that parser takes a fifth of a look-up.
 */
export async function plainLookup(args: readonly string[]): Promise<number | null> {
  if (args[0] !== 'lookup') return null;
  const parsed = parsedOrNull(args.slice(1));
  if (parsed === null || parsed.positionals.length === 0) return null;
  const { on, 'as-of': asOf, codebook, json } = parsed.values;
  const days = { ...(on !== undefined && { on: parseDay(on) }), ...(asOf !== undefined && { asOf: parseDay(asOf) }) };
  if (Object.values(days).includes(NOT_A_DAY)) return null;
  const { runLookup } = await import('./lookup-run.ts');
  const rest = { ...(codebook !== undefined && { codebook }), ...(json !== undefined && { json }) };
  return runLookup(parsed.positionals, { ...days, ...rest });
}

function parsedOrNull(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        on: { type: 'string' },
        'as-of': { type: 'string' },
        codebook: { type: 'string' },
        json: { type: 'boolean' },
      },
    });
  } catch {
    return null;
  }
}
