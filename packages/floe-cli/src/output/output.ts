import type { CliHost } from "../cli/cli-host.ts";
import type { CommonOptions } from "../cli/common-options.ts";
import { colorThemeFor, type ColorTheme } from "./color-theme.ts";

/** Writes whole lines above something that redraws itself, for example a progress bar. */
export type LineSink = (text: string) => void;

/** Where text goes: results to standard output, everything else to standard error. */
export class Output {
  /** Colours for standard output. */
  readonly theme: ColorTheme;
  /** Colours for standard error. */
  readonly errorTheme: ColorTheme;
  readonly #host: CliHost;
  readonly #options: Pick<CommonOptions, "json" | "quiet">;
  #sink: LineSink | undefined;

  constructor(host: CliHost, options: Pick<CommonOptions, "json" | "quiet" | "color">) {
    this.#host = host;
    this.#options = options;
    this.theme = colorThemeFor(host.stdout, host.env, options.color);
    this.errorTheme = colorThemeFor(host.stderr, host.env, options.color);
  }

  /** A result as text: nothing with `--json`. */
  result(text: string): void {
    if (!this.#options.json) this.#host.stdout.write(`${text}\n`);
  }

  /** Text around a result: nothing with `--json` or `--quiet`. */
  detail(text: string): void {
    if (!this.#options.quiet) this.result(text);
  }

  /** A result as JSON: nothing without `--json`. */
  json(value: unknown): void {
    if (this.#options.json) this.#host.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
  }

  /** What goes on: nothing with `--quiet`. */
  note(text: string): void {
    if (!this.#options.quiet) this.failure(text);
  }

  /** What went wrong. */
  failure(text: string): void {
    if (this.#sink === undefined) this.#host.stderr.write(`${text}\n`);
    else this.#sink(text);
  }

  /** From now on hands lines for standard error to `sink`; undefined writes them as they come again. */
  redirect(sink: LineSink | undefined): void {
    this.#sink = sink;
  }
}
