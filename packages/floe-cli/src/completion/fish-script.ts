import type { CompletionCases } from "./completion-cases.ts";
import type { CompletionOption, CompletionPlace, CompletionValue } from "./completion-place.ts";

/** A completion script for fish. */
export function fishScript(places: readonly CompletionPlace[], cases: CompletionCases): string {
  return `# Completion of floe for fish. Save as completions/floe.fish in fish's configuration folder.
function __floe_at -d 'The command that is being typed, and how many words follow it'
    set -l at floe
    set -l count 0
    set -l words (commandline -opc)
    set -l i 2
    while test $i -le (count $words)
        switch "$at $words[$i]"
            case ${cases.places.map(quoted).join(" ")}
                set at "$at $words[$i]"
                set count 0
            case ${cases.valued.map(quoted).join(" ")}
                set i (math $i + 1)
            case '* -*'
            case '*'
                set count (math $count + 1)
        end
        set i (math $i + 1)
    end
    echo "$at $count"
end

function __floe_is
    test (__floe_at) = "$argv"
end

function __floe_in
    string match -qr "^$argv [0-9]+\\$" -- (__floe_at)
end

complete -c floe -f
${places.flatMap(linesOf).join("\n")}`;
}

function linesOf({ path, commands, options, values }: CompletionPlace): readonly string[] {
  const free = commands.length > 0 ? [commands] : values;
  return [
    ...free.flatMap((value, index) => {
      const condition = `complete -c floe -n ${quoted(`__floe_is ${path} ${index}`)}`;
      return offersOf(value).map((offer) => `${condition} ${offer}`);
    }),
    ...options.map((option) => `complete -c floe -n ${quoted(`__floe_in ${path}`)} ${optionFlags(option)}`),
  ];
}

/** What stands at a position: words, each with its description, or files or folders. */
function offersOf(value: CompletionValue): readonly string[] {
  if (value === "unknown") return [];
  if (value === "file") return ["-F"];
  if (value === "folder") return ["-a '(__fish_complete_directories)'"];
  return value.map(({ name, description }) => `-a ${quoted(name)}${description === "" ? "" : ` -d ${quoted(description)}`}`);
}

function optionFlags({ short, long, description, value }: CompletionOption): string {
  return [
    ...(short === undefined ? [] : [`-s ${short}`]),
    ...(long === undefined ? [] : [`-l ${long}`]),
    ...(value === undefined ? [] : [valueFlags(value)]),
    `-d ${quoted(description)}`,
  ].join(" ");
}

function valueFlags(value: CompletionValue): string {
  if (value === "unknown") return "-x";
  if (value === "file") return "-r -F";
  if (value === "folder") return "-x -a '(__fish_complete_directories)'";
  return `-x -a ${quoted(value.map(({ name }) => name).join(" "))}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
