import { randomUUID } from "node:crypto";
import { appendFile, mkdir, rename, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { PluginType } from "floe-core";
import { FakeOrchestrator } from "../../../fakes/fake-orchestrator.ts";
import type { BrokenPlugin } from "../../broken-plugin.ts";
import { brokenOfType } from "../shared/broken-of-type.ts";

const broken = brokenOfType(PluginType.ORCHESTRATOR);

type Request = Parameters<FakeOrchestrator["generateEntryPointCode"]>[0];

type Write = (request: Request) => Promise<string>;

/** A class that writes its entry file in another way than it should. */
function writing(write: (request: Request, sound: Write) => Promise<string>): new () => FakeOrchestrator {
  return class extends FakeOrchestrator {
    override async generateEntryPointCode(request: Request): Promise<string> {
      return write(request, (other) => super.generateEntryPointCode(other));
    }
  };
}

/** Orchestrators that write something else than one whole file. */
export const BROKEN_ENTRY_POINTS: readonly BrokenPlugin[] = Object.freeze([
  broken(
    { id: "entry-point-is-relative", title: "that answers with the name of its entry file alone", violates: "orchestrator/entry-point" },
    writing(async (request, sound) => basename(await sound(request))),
  ),
  broken(
    { id: "entry-point-is-elsewhere", title: "that writes its entry file beside the folder that it is given", violates: "orchestrator/entry-point" },
    writing((request, sound) => sound({ ...request, outputDir: join(request.outputDir, "..", "elsewhere") })),
  ),
  broken(
    { id: "entry-point-changes", title: "whose entry file is another each time", violates: "orchestrator/entry-point-is-repeatable" },
    writing(async (request, sound) => {
      const file = await sound(request);
      await appendFile(file, `# ${randomUUID()}\n`);
      return file;
    }),
  ),
  broken(
    { id: "entry-point-is-written-in-place", title: "that writes into its old entry file", violates: "orchestrator/entry-point-is-atomic" },
    class extends FakeOrchestrator {
      override async generateEntryPointCode({ artifacts, outputDir, signal }: Request): Promise<string> {
        signal?.throwIfAborted();
        const file = join(outputDir, "definitions.json");
        await mkdir(outputDir, { recursive: true });
        await writeFile(file, JSON.stringify(await this.createDefinitions(artifacts)));
        return file;
      }
    },
  ),
  broken(
    { id: "entry-point-leaves-drafts", title: "that keeps a draft of each entry file", violates: "orchestrator/entry-point-leaves-no-drafts" },
    writing(async (request, sound) => {
      const file = await sound(request);
      await writeFile(`${file}.${randomUUID()}.tmp`, "");
      return file;
    }),
  ),
  broken(
    { id: "entry-point-failure-is-hidden", title: "that does not say when it could not write its entry file", violates: "orchestrator/entry-point-failure-is-told" },
    writing(async (request, sound) => {
      try {
        return await sound(request);
      } catch (error) {
        if (request.signal?.aborted === true) throw error;
        return join(request.outputDir, "definitions.json");
      }
    }),
  ),
  broken(
    { id: "entry-point-takes-the-place", title: "that moves a file which is in its way", violates: "orchestrator/entry-point-failure-is-told" },
    writing(async (request, sound) => {
      try {
        return await sound(request);
      } catch (error) {
        if (request.signal?.aborted === true) throw error;
        await rename(request.outputDir, `${request.outputDir}.old`);
        return sound(request);
      }
    }),
  ),
  broken(
    { id: "entry-point-is-deaf", title: "that writes its entry file whatever its signal says", violates: "orchestrator/entry-point-honours-its-signal" },
    writing((request, sound) => sound({ ...request, signal: undefined })),
  ),
]);
