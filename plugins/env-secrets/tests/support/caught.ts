/** What `work` throws or rejects with; fails if it does neither. */
export async function caught(work: () => unknown): Promise<unknown> {
  let result: unknown;
  try {
    result = await work();
  } catch (error) {
    return error;
  }
  throw new Error(`nothing was thrown, but answered: ${String(result)}`);
}
