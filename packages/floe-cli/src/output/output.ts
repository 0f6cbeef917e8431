import type { CliHost } from "../cli/cli-host.ts";
import type { CommonOptions } from "../cli/common-options.ts";
import { colorThemeFor, type ColorTheme } from "./color-theme.ts";
import { writtenText } from "./escape-controls.ts";

/** Writes whole lines, ready to be written, above something that redraws itself, for example a progress bar. */
export type LineSink = (text: string) => void;

/**
 * Where text goes: results to standard output, everything else to standard error. All of it is masked and
 * escaped here: nothing that a package, a file or an error says shows a secret or commands a terminal.
 */
export class Output {
  /** Colours for standard output. */
  readonly theme: ColorTheme;
  /** Colours for standard error. */
  readonly errorTheme: ColorTheme;
  readonly #host: CliHost;
  readonly #options: Pick<CommonOptions, "json" | "quiet">;
  #redact = (text: string): string => text;
  #sink: LineSink | undefined;
  /** Whether results come one after the other, each on a line. */
  #isStream = false;

  constructor(host: CliHost, options: Pick<CommonOptions, "json" | "quiet" | "color">) {
    this.#host = host;
    this.#options = options;
    this.theme = colorThemeFor(host.stdout, host.env, options.color);
    this.errorTheme = colorThemeFor(host.stderr, host.env, options.color);
  }

  /** From now on masks what `redact` masks, in everything that is written. */
  redactWith(redact: (text: string) => string): void {
    this.#redact = redact;
  }

  /** A text as it may be written: masked, escaped, with its colours. For what writes to a terminal by itself. */
  written(text: string): string {
    return writtenText(this.#redact(text));
  }

  /** A result as text: nothing with `--json`. */
  result(text: string): void {
    if (!this.#options.json) this.#host.stdout.write(`${this.written(text)}\n`);
  }

  /** Text around a result: nothing with `--json` or `--quiet`. */
  detail(text: string): void {
    if (!this.#options.quiet) this.result(text);
  }

  /** A result as JSON: nothing without `--json`. Behind others of a stream it is on one line, too. */
  json(value: unknown): void {
    if (!this.#options.json) return;
    // Text by text: in the whole document a mask could take the place of what makes it JSON.
    const masked = (_key: string, item: unknown): unknown => (typeof item === "string" ? this.#redact(item) : item);
    this.#host.stdout.write(`${writtenText(JSON.stringify(value, masked, this.#isStream ? undefined : 2))}\n`);
  }

  /** One of several results as JSON, on a line of its own: nothing without `--json`. */
  jsonLine(value: unknown): void {
    this.#isStream = true;
    this.json(value);
  }

  /** What goes on: nothing with `--quiet`. */
  note(text: string): void {
    if (!this.#options.quiet) this.failure(text);
  }

  /** What went wrong. */
  failure(text: string): void {
    const written = this.written(text);
    if (this.#sink === undefined) this.#host.stderr.write(`${written}\n`);
    else this.#sink(written);
  }

  /** From now on hands lines for standard error to `sink`; undefined writes them as they come again. */
  redirect(sink: LineSink | undefined): void {
    this.#sink = sink;
  }
}
