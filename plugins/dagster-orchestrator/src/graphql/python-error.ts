import { z } from "zod";
import { shortText } from "../text/short-text.ts";

/** An error that Dagster met in Python. */
export interface PythonError {
  readonly className?: string | null | undefined;
  readonly message: string;
  /** What it was raised from, the innermost last. */
  readonly errorChain?: readonly { readonly error: { readonly className?: string | null | undefined; readonly message: string } }[] | undefined;
}

const link = z.object({ className: z.string().nullish(), message: z.string() });

export const pythonErrorSchema: z.ZodType<PythonError> = link.extend({ errorChain: z.array(z.object({ error: link })).optional() });

/** What is selected of a PythonError: no stack, which would be long and of no use to who reads a message. */
export const PYTHON_ERROR_FIELDS = "className message errorChain { error { className message } }";

/** The member of nearly every union. */
export const PYTHON_ERROR: string = `... on PythonError { ${PYTHON_ERROR_FIELDS} }`;

/** What went wrong at the root, in a few lines: Dagster wraps what a user's code raises in errors of its own. */
export function pythonErrorText(error: PythonError): string {
  const { className, message } = error.errorChain?.at(-1)?.error ?? error;
  const text = shortText(message).replace(MODULE, "");
  if (text === "") return className ?? "an error without a message";
  return className === null || className === undefined || text.startsWith(className) ? text : `${className}: ${text}`;
}

/** Dagster writes the class with its module, `dagster._core.errors.DagsterX: …`. */
const MODULE = /^(?:[a-z_][\w]*\.)+(?=[A-Z]\w*(?::|$|\s))/;
