import type { CompletionOffer, CompletionPlace, CompletionValue } from "./completion-place.ts";

/**
 * The grammar as tables for a shell function that walks the words of a command line. It begins at `floe`, keeps
 * the place it is at and counts the free words since, and ends with a key for `offers`.
 */
export interface CompletionCases {
  /** `<place> <word>` that leads to a place of the same text. */
  readonly places: readonly string[];
  /** `<place> <option>` whose next word is its value. */
  readonly valued: readonly string[];
  /**
   * What may be typed, by key: `<place> <count>` for a free word, `<place> -` for an option, and `<place> <option>`
   * for an option's value.
   */
  readonly offers: readonly (readonly [key: string, value: Exclude<CompletionValue, "unknown">])[];
}

/** The tables of these places. */
export function completionCases(places: readonly CompletionPlace[]): CompletionCases {
  const all = places.flatMap(offersAt);
  return {
    places: places.map(({ path }) => path).filter((path) => path.includes(" ")),
    valued: places.flatMap((place) => optionWords(place, true).map(({ name }) => `${place.path} ${name}`)),
    offers: all.flatMap(([key, value]) => (value === "unknown" || value.length === 0 ? [] : [[key, value] as const])),
  };
}

function offersAt(place: CompletionPlace): readonly (readonly [string, CompletionValue])[] {
  const { path, commands, values } = place;
  const free = commands.length > 0 ? [commands] : values;
  return [
    ...free.map((value, index) => [`${path} ${index}`, value] as const),
    [`${path} -`, optionWords(place, false)],
    ...optionWords(place, true).map(({ name, value }) => [`${path} ${name}`, value ?? "unknown"] as const),
  ];
}

/** Options as they are typed; those with a value only, if asked for. */
function optionWords(
  { options }: CompletionPlace,
  withValue: boolean,
): readonly (CompletionOffer & { readonly value: CompletionValue | undefined })[] {
  return options
    .filter(({ value }) => !withValue || value !== undefined)
    .flatMap(({ short, long, description, value }) => [
      ...(short === undefined ? [] : [{ name: `-${short}`, description, value }]),
      ...(long === undefined ? [] : [{ name: `--${long}`, description, value }]),
    ]);
}
