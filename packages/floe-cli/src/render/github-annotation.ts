import path from "node:path";

/** Where an annotation stands, and under which title. */
export interface AnnotationPlace {
  /** Absolute. */
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly col?: number | undefined;
  readonly title: string;
}

/**
 * An error as GitHub's workflow command, on one line: it becomes an annotation of its file. A file below `root`, the
 * checkout, is named from there, as GitHub wants it.
 */
export function githubAnnotation({ file, ...place }: AnnotationPlace, text: string, root: string): string {
  const named = file === undefined ? {} : { file: pathFrom(root, file) };
  const properties = Object.entries({ ...named, ...place }).flatMap(([name, value]) =>
    value === undefined ? [] : `${name}=${escapeProperty(String(value))}`,
  );
  return `::error ${properties.join(",")}::${escapeData(text)}`;
}

function pathFrom(root: string, file: string): string {
  const relative = path.relative(root, file);
  const isBelow = relative !== ".." && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
  return (isBelow ? relative : file).replaceAll(path.sep, "/");
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
