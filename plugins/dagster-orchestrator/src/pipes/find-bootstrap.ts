import { inflateSync } from "node:zlib";
import { z } from "zod";
import { DagsterPipesError } from "../errors/dagster-pipes-error.ts";

/** Whatever tells where something is; which keys it has depends on how Dagster hands it over. */
export type PipesParams = Readonly<Record<string, unknown>>;

/** Where the context is, and where messages go. */
export interface Bootstrap {
  readonly context: PipesParams;
  readonly messages: PipesParams;
}

/** The variables in which Dagster passes the two, unless it passes them as arguments. */
export const PIPES_VARIABLES = { context: "DAGSTER_PIPES_CONTEXT", messages: "DAGSTER_PIPES_MESSAGES" } as const;

const params = z.record(z.string(), z.unknown());

/**
 * What Dagster started this process with; undefined if it was not Dagster. Arguments win over variables.
 *
 * @throws DagsterPipesError for a value that is missing or that Pipes did not write.
 */
export function findBootstrap(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Bootstrap | undefined {
  const given = (variable: string): string | undefined => findArgument(args, argumentOf(variable)) ?? env[variable];
  const context = given(PIPES_VARIABLES.context);
  if (context === undefined) return undefined;
  const messages = given(PIPES_VARIABLES.messages);
  if (messages === undefined) throw unusable(PIPES_VARIABLES.messages, `it is not set, although ${PIPES_VARIABLES.context} is`);
  return { context: decoded(context, PIPES_VARIABLES.context), messages: decoded(messages, PIPES_VARIABLES.messages) };
}

/** The arguments without those that Pipes adds. */
export function withoutBootstrap(args: readonly string[]): readonly string[] {
  const names = Object.values(PIPES_VARIABLES).map(argumentOf);
  return args.filter((arg, index) => {
    const isValue = names.includes(args[index - 1] ?? "");
    return !isValue && !names.some((name) => arg === name || arg.startsWith(`${name}=`));
  });
}

function argumentOf(variable: string): string {
  return `--${variable.toLowerCase().replaceAll("_", "-")}`;
}

function findArgument(args: readonly string[], name: string): string | undefined {
  const index = args.indexOf(name);
  if (index !== -1) return args[index + 1];
  return args.find((arg) => arg.startsWith(`${name}=`))?.slice(name.length + 1);
}

/** Base64 of a zlib stream of JSON. */
function decoded(value: string, variable: string): PipesParams {
  try {
    return params.parse(JSON.parse(inflateSync(Buffer.from(value, "base64")).toString("utf8")));
  } catch (cause) {
    throw unusable(variable, "it is not an encoded JSON object", cause);
  }
}

function unusable(variable: string, reason: string, cause?: unknown): DagsterPipesError {
  const hint = `Set both variables to what get_bootstrap_env_vars() of the Pipes session returns, or neither.`;
  return new DagsterPipesError({ noun: variable, reason, hint, cause });
}
