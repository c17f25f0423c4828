import { Failure } from '../../../shared/contract/result.ts';
import { isModelCommand, MODEL_COMMANDS, ModelCommandError, runModelCommand } from '../modelCommand.ts';
import { WrongUse } from '../wrongUse.ts';

/** Answers one command of the bare model: JSON on standard input, JSON on standard output. */
export async function model(command: string): Promise<boolean> {
  if (!isModelCommand(command)) {
    throw new WrongUse(`unknown model command "${command}"; known: ${MODEL_COMMANDS.join(', ')}`);
  }
  const input = parse(await standardInput());
  try {
    process.stdout.write(`${JSON.stringify(runModelCommand(command, input))}\n`);
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

function parse(text: string): unknown {
  // Primitives need no input at all.
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Failure('invalid_input', `standard input is not JSON: ${String(cause)}`, { cause });
  }
}
