import type { LineageFacets } from "floe-core";
import { facet } from "./facet.ts";

/** Run facet `errorMessage`: what went wrong. It carries no stack, which would name folders of the machine. */
export function errorMessageFacet(producer: string, message: string): LineageFacets {
  return facet("errorMessage", "1-0-1/ErrorMessageRunFacet", producer, { message, programmingLanguage: "TypeScript" });
}
