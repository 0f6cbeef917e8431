const WORD = "[A-Za-z0-9_.-]";
const TAG_KEY = new RegExp(`^(${WORD}{1,63}/)?${WORD}{1,63}$`);
const TAG_VALUE = new RegExp(`^${WORD}{0,63}$`);
const KIND = new RegExp(`^${WORD}{1,63}$`);
const GROUP = /^[A-Za-z0-9_]+(\/[A-Za-z0-9_]+)*$/;
/** Dagster's own pattern of an e-mail address, its odd `|` included. */
const EMAIL = /^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Z|a-z]{2,7}$/;

/** What a text is to Dagster. */
export type Label = "group" | "kind" | "owner" | "tag" | "tag's value";

/** How Dagster judges the texts by which assets are grouped, filtered and owned. */
const RULES: Readonly<Record<Label, { readonly isValid: (text: string) => boolean; readonly rule: string }>> = {
  group: {
    isValid: (text) => GROUP.test(text),
    rule: "Dagster allows letters, digits and _ in a group, and / between its parts",
  },
  kind: {
    isValid: (text) => KIND.test(text),
    rule: "Dagster allows 1 to 63 letters, digits, _, - and . in a kind",
  },
  owner: {
    // The edges of the address have to be words: Dagster looks for it between two of them.
    isValid: (text) => (EMAIL.test(text) && /^\w.*\w$/.test(text)) || /^team:./s.test(text),
    rule: 'Dagster allows an e-mail address, or "team:" and a name, as an owner',
  },
  tag: {
    isValid: (text) => TAG_KEY.test(text) && !text.startsWith("dagster/"),
    rule: "Dagster allows 1 to 63 letters, digits, _, - and . in a tag, behind a prefix of the same and / or without one; the prefix dagster/ is its own",
  },
  "tag's value": {
    isValid: (text) => TAG_VALUE.test(text),
    rule: "Dagster allows up to 63 letters, digits, _, - and . as the value of a tag",
  },
};

/** Why Dagster takes the text for no such label, in one clause; undefined if it does. */
export function findLabelProblem(label: Label, text: string): string | undefined {
  const { isValid, rule } = RULES[label];
  return isValid(text) ? undefined : rule;
}
