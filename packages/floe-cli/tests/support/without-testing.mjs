// Imported before a program: there is no floe-testing, whoever asks for it.
import { register } from "node:module";

const hook = `export async function resolve(specifier, context, next) {
  if (specifier !== "floe-testing") return next(specifier, context);
  throw Object.assign(new Error("Cannot find package 'floe-testing' imported from " + context.parentURL), { code: "ERR_MODULE_NOT_FOUND" });
}`;
register(`data:text/javascript,${encodeURIComponent(hook)}`);
