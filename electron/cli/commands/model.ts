import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Failure } from '../../../shared/contract/result.ts';
import { jsonParts } from '../jsonParts.ts';
import {
  isModelCommand,
  leftOut,
  MODEL_COMMANDS,
  ModelCommandError,
  runModelCommand,
} from '../modelCommand.ts';
import { WrongUse } from '../wrongUse.ts';

/** Answers one command of the bare model: JSON on standard input, JSON on standard output. */
export async function model(command: string): Promise<boolean> {
  if (!isModelCommand(command)) {
    throw new WrongUse(`unknown model command "${command}"; known: ${MODEL_COMMANDS.join(', ')}`);
  }
  const { input, hasExactSeed } = parse(await standardInput());
  try {
    // All of it is there before the first of it is written: an answer comes whole or not at all.
    const answer = runModelCommand(command, input);
    // Asked for every value it takes half of the time of a long answer, and only exact seeds need it.
    const replacer = hasExactSeed ? bigintAsNumber : undefined;
    await pipeline(Readable.from(jsonParts(answer, replacer)), process.stdout, { end: false });
    process.stdout.write('\n');
    // Wrong defaults are wrong for every initiative; once is enough.
    const notes = new Set(leftOut(command, input).map(({ code, path }) => `${path} ${code}`));
    for (const note of notes) process.stderr.write(`throughline: not used as given: ${note}\n`);
  } catch (error) {
    if (error instanceof ModelCommandError || error instanceof RangeError) {
      throw new Failure('invalid_input', error.message, { cause: error });
    }
    throw error;
  }
  return true;
}

async function standardInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function parse(text: string): { readonly input: unknown; readonly hasExactSeed: boolean } {
  // Also without the byte order mark that PowerShell puts before what it pipes.
  const json = text.trim();
  // Primitives need no input at all.
  if (json === '') return { input: {}, hasExactSeed: false };
  let hasExactSeed = false;
  try {
    const input: unknown = JSON.parse(json, (key: string, value: unknown, context?: Source) => {
      const read = exactSeed(key, value, context);
      if (typeof read === 'bigint') hasExactSeed = true;
      return read;
    });
    return { input, hasExactSeed };
  } catch (cause) {
    throw new Failure('invalid_input', `standard input is not JSON: ${String(cause)}`, { cause });
  }
}

/** The text that a value was read from, which reviving is told; the standard types do not know it yet. */
interface Source {
  readonly source?: string;
}

/** Past 2^53 a seed as a number would be another seed, and so another stream. */
function exactSeed(key: string, value: unknown, context?: Source): unknown {
  const digits = context?.source;
  const isRounded = key === 'seed' && typeof value === 'number' && !Number.isSafeInteger(value);
  return isRounded && digits !== undefined && /^\d+$/.test(digits) ? BigInt(digits) : value;
}

function bigintAsNumber(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? rawJson(String(value)) : value;
}

// In Node since 22; the standard types do not know it yet.
const rawJson = (JSON as unknown as { readonly rawJSON: (text: string) => unknown }).rawJSON;
