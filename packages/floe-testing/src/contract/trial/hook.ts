/** The hooks that a host calls. */
export type Hook = "startup" | "healthCheck" | "shutdown";
