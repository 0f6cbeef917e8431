export { resetRegistry } from "./registry/shared-registry.ts";
