/** The command line's `model COMMAND`: reads the `input` of a vector, answers with its `expect` (MODEL.md, head). */
import {
  leftOutOfPortfolio,
  type PortfolioCommandInput,
  portfolioCommand,
  portfolioCommandSchema,
  similarityCommand,
} from '../../shared/coverage/commands.ts';
import { MadeAsRead } from '../../shared/coverage/madeAsRead.ts';
import { cadence } from '../../shared/model/cadence.ts';
import { compare } from '../../shared/model/compare.ts';
import { draws } from '../../shared/model/draws.ts';
import { type IndifferenceOptions, indifference } from '../../shared/model/indifference.ts';
import { prim } from '../../shared/model/primitives.ts';
import { problems } from '../../shared/model/problems.ts';
import { monteCarlo } from '../../shared/model/simulate.ts';
import { tornado } from '../../shared/model/tornado.ts';
import { trace } from '../../shared/model/trace.ts';
import type {
  ModelInitiative,
  ModelParameterOverrides,
  ModelProblem,
  MonteCarloOptions,
  Seed,
} from '../../shared/model/types.ts';

export const MODEL_COMMANDS = [
  'compare',
  'trace',
  'montecarlo',
  'draws',
  'cadence',
  'tornado',
  'indifference',
  'portfolio',
  'similarity',
  'problems',
  'prim',
  'primitives',
] as const;
export type ModelCommand = (typeof MODEL_COMMANDS)[number];

/** The input does not have the shape a command needs; `path` names the field. */
export class ModelCommandError extends Error {
  readonly path: string;
  constructor(path: string, message: string) {
    super(path === '' ? message : `${path}: ${message}`);
    this.name = 'ModelCommandError';
    this.path = path;
  }
}

const DEFAULT_ITERATIONS = 1000;
const DEFAULT_SEED = 1;
const MOST_ITERATIONS = 1_000_000;
const LARGEST_SEED = 2n ** 64n - 1n;

type Input = Readonly<Record<string, unknown>>;

function isRecord(x: unknown): x is Input {
  return typeof x === 'object' && x !== null && !Array.isArray(x);
}

export function isModelCommand(name: string): name is ModelCommand {
  return (MODEL_COMMANDS as readonly string[]).includes(name);
}

function initiativesOf(input: Input): readonly ModelInitiative[] {
  const list = input.initiatives;
  if (!Array.isArray(list)) throw new ModelCommandError('initiatives', 'a list of initiatives is missing');
  list.forEach((entry: unknown, i) => {
    if (!isRecord(entry) || typeof entry.id !== 'string') {
      throw new ModelCommandError(`initiatives.${i}.id`, 'every initiative needs an id that is text');
    }
  });
  return list as readonly ModelInitiative[];
}

function defaultsOf(input: Input): ModelParameterOverrides | undefined {
  const defaults = input.defaults ?? input.params;
  if (defaults === undefined || defaults === null) return undefined;
  if (!isRecord(defaults)) throw new ModelCommandError('defaults', 'not a record of parameters');
  return defaults as ModelParameterOverrides;
}

function iterationsOf(given: Input): number {
  const n = given.iterations ?? DEFAULT_ITERATIONS;
  if (typeof n !== 'number' || !Number.isInteger(n) || n < 1 || n > MOST_ITERATIONS) {
    throw new ModelCommandError('montecarlo.iterations', `not a whole number from 1 to ${MOST_ITERATIONS}`);
  }
  return n;
}

function seedOf(given: Input): Seed {
  const seed = given.seed ?? DEFAULT_SEED;
  const whole = typeof seed === 'bigint' || Number.isSafeInteger(seed);
  if (!whole || (seed as Seed) < 0 || (seed as Seed) > LARGEST_SEED)
    throw new ModelCommandError('montecarlo.seed', 'not a whole number from 0 to 2^64 - 1');
  return seed as Seed;
}

function monteCarloOptions(input: Input): MonteCarloOptions {
  const given = input.montecarlo ?? {};
  if (!isRecord(given)) throw new ModelCommandError('montecarlo', 'not a record of iterations and seed');
  return {
    iterations: iterationsOf(given),
    seed: seedOf(given),
  };
}

function indifferenceOptions(input: Input): IndifferenceOptions {
  const given = input.indifference;
  if (!isRecord(given) || typeof given.param !== 'string') {
    throw new ModelCommandError('indifference', 'param, lo and hi are missing');
  }
  for (const field of ['lo', 'hi']) {
    if (typeof given[field] !== 'number')
      throw new ModelCommandError(`indifference.${field}`, 'not a number');
  }
  return given as unknown as IndifferenceOptions;
}

function cadencesOf(input: Input): readonly number[] | undefined {
  const given = isRecord(input.cadence) ? input.cadence.cadences : undefined;
  if (given === undefined || given === null) return undefined;
  if (!Array.isArray(given) || !given.every((c) => typeof c === 'number' && c >= 0.01)) {
    throw new ModelCommandError('cadence.cadences', 'not a list of months of at least 0.01');
  }
  return given as readonly number[];
}

/** A value of the wrong type would fail somewhere inside; one that only lies outside its range is left out by name. */
function portfolioOf(input: Input): PortfolioCommandInput {
  const read = portfolioCommandSchema.safeParse(input);
  if (read.success) return input as unknown as PortfolioCommandInput;
  const [issue] = read.error.issues;
  throw new ModelCommandError(issue?.path.join('.') ?? '', issue?.message ?? 'not a portfolio');
}

/** Initiatives that can not be computed are left out of the answer; the command `problems` says why. */
function eachComputable(
  input: Input,
  answer: (initiative: ModelInitiative, defaults: ModelParameterOverrides | undefined) => unknown,
): Readonly<Record<string, unknown>> {
  const defaults = defaultsOf(input);
  return Object.fromEntries(
    initiativesOf(input)
      .filter((initiative) => problems(initiative, defaults).length === 0)
      .map((initiative) => [initiative.id, answer(initiative, defaults)]),
  );
}

/** No vector shows this command's answer; ours names every initiative, with an empty list where all is well. */
function problemsById(input: Input): Readonly<Record<string, readonly ModelProblem[]>> {
  const defaults = defaultsOf(input);
  return Object.fromEntries(initiativesOf(input).map((i) => [i.id, problems(i, defaults)]));
}

function answerTo(command: ModelCommand, input: Input): unknown {
  switch (command) {
    case 'compare':
      return eachComputable(input, compare);
    case 'trace':
      return eachComputable(input, trace);
    case 'montecarlo': {
      const options = monteCarloOptions(input);
      return eachComputable(input, (i, defaults) => monteCarlo(i, options, undefined, defaults));
    }
    case 'draws': {
      const options = monteCarloOptions(input);
      return eachComputable(input, (i, defaults) => draws(i, options, defaults));
    }
    case 'cadence': {
      const cadences = cadencesOf(input);
      return eachComputable(input, (i, defaults) => cadence(i, defaults, cadences));
    }
    case 'tornado':
      return eachComputable(input, tornado);
    case 'indifference': {
      const options = indifferenceOptions(input);
      return eachComputable(input, (i, defaults) => indifference(i, options, defaults));
    }
    case 'portfolio':
      return portfolioCommand(portfolioOf(input));
    case 'similarity':
      return similarityCommand(portfolioOf(input));
    case 'problems':
      return problemsById(input);
    case 'prim':
    case 'primitives':
      return prim();
  }
}

/** What the answer to a valid input leaves out or scales, as path and code; empty where all of it was used. */
export function leftOut(
  command: ModelCommand,
  input: unknown,
): readonly { readonly code: string; readonly path: string }[] {
  if (!isRecord(input)) return [];
  switch (command) {
    case 'problems':
    case 'similarity':
    case 'prim':
    case 'primitives':
      return [];
    case 'portfolio':
      return leftOutOfPortfolio(portfolioOf(input));
    default: {
      const defaults = defaultsOf(input);
      const initiatives = initiativesOf(input);
      const answered = new Map(initiatives.map(({ id }, i) => [id, i]));
      return initiatives.flatMap((initiative, i) => [
        // Answers are told apart by id: the last one stays.
        ...(answered.get(initiative.id) === i ? [] : [{ code: 'DUPLICATE_ID', path: `initiatives.${i}.id` }]),
        ...problems(initiative, defaults).map(({ code, path }) => ({
          code,
          path: path.startsWith('defaults') ? path : `initiatives.${i}.${path}`,
        })),
      ]);
    }
  }
}

/** The path of a number in an answer that JSON can not say, as keys from the outermost on; null without one. */
function nonFinitePath(x: unknown): readonly (string | number)[] | null {
  if (typeof x === 'number') return Number.isFinite(x) ? null : [];
  if (Array.isArray(x) || x instanceof MadeAsRead) {
    let at = 0;
    for (const entry of x as Iterable<unknown>) {
      const path = nonFinitePath(entry);
      if (path) return [at, ...path];
      at += 1;
    }
  } else if (isRecord(x)) {
    for (const key in x) {
      const path = nonFinitePath(x[key]);
      if (path) return [key, ...path];
    }
  }
  return null;
}

/**
 * Answers one model command with the JSON shape of its vector; throws ModelCommandError for an input of the wrong
 * shape and RangeError for options outside their range.
 */
export function runModelCommand(command: string, input: unknown): unknown {
  if (!isModelCommand(command)) {
    throw new ModelCommandError(
      '',
      `unknown model command "${command}"; known: ${MODEL_COMMANDS.join(', ')}`,
    );
  }
  if (!isRecord(input)) throw new ModelCommandError('', 'the input is not a JSON object');
  const answer = answerTo(command, input);
  // JSON has no NaN and no Infinity, and `null` in their place would read as "none".
  const path = nonFinitePath(answer);
  if (path) throw new ModelCommandError(path.join('.'), 'the result is not a finite number');
  return answer;
}
