import { z } from "zod";
import type { Operation } from "../operation.ts";

/** Sets how many steps of a pool run at a time, in every run of the instance. There is no union: a refusal is an error. */
export const SET_POOL_LIMIT: Operation<{ readonly pool: string; readonly limit: number }, boolean> = {
  name: "FloeSetPoolLimit",
  document: `mutation FloeSetPoolLimit($pool: String!, $limit: Int!) {
    setConcurrencyLimit(concurrencyKey: $pool, limit: $limit)
  }`,
  schema: z.object({ setConcurrencyLimit: z.boolean() }).transform(({ setConcurrencyLimit }) => setConcurrencyLimit),
};
