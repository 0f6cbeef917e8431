/** What an example says that one of its lines prints. */
export interface Expectation {
  /** Counted from 1 inside the example. */
  readonly line: number;
  readonly expected: string;
}

const PRINTS = /^(.*?)\bconsole\.log\((.*)\);\s*\/\/ (.+)$/;

/**
 * Turns `console.log(x); // 42` into a call of `checkOutput` with the line's number, so that a run can tell which line
 * printed what; line numbers stay the same.
 */
export function readExpectations(code: string): { readonly code: string; readonly expectations: readonly Expectation[] } {
  const expectations: Expectation[] = [];
  const lines = code.split("\n").map((text, index) => {
    const [, before = "", values = "", expected = ""] = PRINTS.exec(text) ?? [];
    if (expected === "") return text;
    expectations.push({ line: index + 1, expected });
    return `${before}checkOutput(${index + 1}, ${values});`;
  });
  return { code: lines.join("\n"), expectations };
}

/** Whether `printed` is what the comment says; white space counts as one space, and `…` stands for anything. */
export function meets(expected: string, printed: string): boolean {
  const pattern = squeeze(expected)
    .split("…")
    .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join(".*");
  return new RegExp(`^${pattern}$`).test(squeeze(printed));
}

function squeeze(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}
