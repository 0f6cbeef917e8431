/** What Dagster keeps for itself: names of arguments of its functions, and Python's keywords. */
export const RESERVED_NAMES: ReadonlySet<string> = new Set(
  [
    "arg_dict bool conf config context dict float input input_arg_dict int meta output output_arg_dict str type",
    "False None True and as assert async await break class continue def del elif else except finally for from global if",
    "import in is lambda nonlocal not or pass raise return try while with yield",
  ].flatMap((line) => line.split(" ")),
);
