import { PlatformFileError } from "../problems/platform-file-error.ts";

/** The error for a product that is to be served and has no schedule. @param file The platform file, if there is one. */
export function missingSchedule(file: string | undefined): PlatformFileError {
  return new PlatformFileError(file, [
    {
      ...(file === undefined ? {} : { file }),
      path: "schedule",
      code: "key_missing",
      message: "schedule is missing, so there is nothing to serve",
      expected: "{ cron, timezone }",
      found: "nothing",
      remedy: 'Write when the product runs, for example schedule: { cron: "0 6 * * *", timezone: Europe/Berlin }.',
    },
  ]);
}
