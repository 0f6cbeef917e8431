import type { Argument, Command, Option } from "commander";

/** Something that may be typed next, and what it is for. */
export interface CompletionOffer {
  readonly name: string;
  readonly description: string;
}

/** What may stand for a value: one of some words, a file, a folder, or something that no shell knows. */
export type CompletionValue = readonly CompletionOffer[] | "file" | "folder" | "unknown";

/** An option of a command. */
export interface CompletionOption {
  /** Without dashes; at least one of the two is there. */
  readonly short: string | undefined;
  readonly long: string | undefined;
  readonly description: string;
  /** Undefined for a switch. */
  readonly value: CompletionValue | undefined;
}

/** A command, or the program itself, and what may follow it. */
export interface CompletionPlace {
  /** As typed, for example `floe plugins list`. */
  readonly path: string;
  readonly commands: readonly CompletionOffer[];
  readonly options: readonly CompletionOption[];
  /** What stands at each position, sub-commands apart. */
  readonly values: readonly CompletionValue[];
}

/** Every place in the grammar of a command: itself first, then those below it. Hidden ones are left out. */
export function completionPlaces(command: Command, parents: readonly string[] = []): readonly CompletionPlace[] {
  const help = command.createHelp();
  const names = [...parents, command.name()];
  const commands = help.visibleCommands(command);
  const place: CompletionPlace = {
    path: names.join(" "),
    commands: commands.map((one) => ({ name: one.name(), description: one.description() })),
    options: help.visibleOptions(command).map(optionOf),
    values: command.registeredArguments.map(valueOf),
  };
  return [place, ...commands.flatMap((one) => completionPlaces(one, names))];
}

function optionOf(option: Option): CompletionOption {
  const { short, long, description } = option;
  return {
    short: short?.replace(/^-/, ""),
    long: long?.replace(/^--/, ""),
    description,
    value: option.required || option.optional ? named(/[<[](\w+)/.exec(option.flags)?.[1] ?? "", option.argChoices) : undefined,
  };
}

function valueOf(argument: Argument): CompletionValue {
  return named(argument.name(), argument.argChoices);
}

/** The grammar says what a value is by the name it gives it. */
function named(name: string, choices: readonly string[] | undefined): CompletionValue {
  if (choices !== undefined) return choices.map((choice) => ({ name: choice, description: "" }));
  if (name === "file" || name === "artifacts") return "file";
  return name === "folder" || name === "dir" ? "folder" : "unknown";
}
