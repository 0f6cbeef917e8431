/** Whether `value` is an object literal or the like, of this realm or another; no array, no class instance. Never throws. */
export function isPlainObject(value: unknown): value is Record<PropertyKey, unknown> {
  if (typeof value !== "object" || value === null) return false;
  try {
    if (Array.isArray(value)) return false;
    const prototype: unknown = Object.getPrototypeOf(value);
    return prototype === Object.prototype || prototype === null || Object.getPrototypeOf(prototype) === null;
  } catch {
    // A proxy that does not answer, a revoked one for instance.
    return false;
  }
}
