# Made by floe-dagster-orchestrator: making it again replaces this file.
"""A floe product as a Dagster code location.

Everything in it is described by ``floe.json``, which lies beside this file: one asset per transform, a job of all of
them and its schedule. ``schedules.json``, if there is one, holds the schedules that were set later, by job.

Nothing here belongs to one product. To change what Dagster sees, change the product and let floe make the files again;
to add definitions of your own, put them into another module and merge it with ``defs``.
"""

import hashlib
import json
import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import dagster as dg

HERE = Path(__file__).absolute().parent
DOCUMENT = HERE / "floe.json"
VERSION = "1.0"

METADATA = {
    "json": dg.MetadataValue.json,
    "md": dg.MetadataValue.md,
    "path": dg.MetadataValue.path,
    "text": dg.MetadataValue.text,
}


def read_json(file: Path) -> Any:
    """What a file beside this one holds."""
    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        # The innermost error is what Dagster's clients show: it has to be the one with the file's name.
        raise dg.DagsterInvalidDefinitionError(f"Cannot read {file}: {error}") from None


def read_document() -> Mapping[str, Any]:
    """The product's description, if it and the compiled artifacts were made together, for this file."""
    document = read_json(DOCUMENT)
    if document.get("version") != VERSION:
        raise dg.DagsterInvalidDefinitionError(
            f"Cannot read {DOCUMENT}: it has version {document.get('version')}, and this file reads {VERSION}. "
            "Let floe make both again."
        )
    artifacts = HERE / document["artifacts"]
    if hashlib.sha256(artifacts.read_bytes()).hexdigest() != document["artifactsSha256"]:
        raise dg.DagsterInvalidDefinitionError(
            f"Cannot use {artifacts}: {DOCUMENT.name} describes other artifacts. "
            "If they are being made right now, load again; otherwise let floe make both again."
        )
    return document


def read_schedules(document: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """One schedule per job: one that was set later replaces the product's own."""
    schedules = {schedule["job"]: schedule for schedule in document["schedules"]}
    later = HERE / "schedules.json"
    if later.exists():
        schedules |= {schedule["job"]: schedule for schedule in read_json(later)["schedules"]}
    # A schedule may outlive its job: the product was renamed, or has lost its transforms.
    jobs = {job["name"] for job in document["jobs"]}
    return [schedule for job, schedule in sorted(schedules.items()) if job in jobs]


def retry_policy(retry: Mapping[str, Any] | None) -> dg.RetryPolicy | None:
    """How often a step is tried again, and when."""
    if retry is None:
        return None
    backoff = None if retry["backoff"] == "none" else dg.Backoff[retry["backoff"].upper()]
    return dg.RetryPolicy(max_retries=retry["max"], delay=retry["delaySeconds"], backoff=backoff)


def end_with_run() -> None:
    """Interrupts this process once that of its run is gone: Dagster leaves it, and nobody would free the database."""
    run = multiprocessing.parent_process()
    if run is None:
        return

    def watch() -> None:
        run.join()
        os.kill(os.getpid(), signal.SIGINT)

    threading.Thread(target=watch, name="end-with-run", daemon=True).start()


def make_asset(asset: Mapping[str, Any], document: Mapping[str, Any]) -> dg.AssetsDefinition:
    """A transform, which floe runs in a process of its own."""

    @dg.asset(
        key=asset["key"],
        deps=asset["deps"],
        group_name=asset["group"],
        kinds=set(asset["kinds"]),
        tags=asset["tags"],
        owners=asset["owners"],
        description=asset["description"],
        metadata={name: METADATA[entry["type"]](entry["value"]) for name, entry in asset["metadata"].items()},
        code_version=asset["codeVersion"],
        retry_policy=retry_policy(asset["retry"]),
        pool=asset["pool"],
        check_specs=[
            dg.AssetCheckSpec(
                name=check["name"],
                asset=asset["key"],
                description=check["description"],
                blocking=check["blocking"],
            )
            for check in asset["checks"]
        ],
    )
    def transform(context: dg.AssetExecutionContext, pipes: dg.PipesSubprocessClient) -> Iterator[Any]:
        # With other executors this process is the run's own, or is not started by it.
        if document["executor"]["type"] == "multiprocess":
            end_with_run()
        command = [*document["stepCommand"], str(DOCUMENT), asset["transform"]]
        results = pipes.run(context=context, command=command).get_results(implicit_materializations=False)
        # A process that ends well without a word has made nothing that anyone knows of.
        if not any(isinstance(result, dg.MaterializeResult) for result in results):
            raise dg.Failure(f"Cannot say that {asset['transform']} was made: its step ended without reporting it.")
        yield from results

    return transform


def make_executor(executor: Mapping[str, Any]) -> dg.ExecutorDefinition:
    """Where the steps of a run live."""
    if executor["type"] == "k8s_job":
        # Only an image for Kubernetes needs to have it.
        from dagster_k8s import k8s_job_executor as made
    else:
        made = {"multiprocess": dg.multiprocess_executor, "in_process": dg.in_process_executor}[executor["type"]]
    # Without settings of the product's own, those of a launch count.
    return made.configured(executor["config"]) if executor["config"] else made


def make_definitions() -> dg.Definitions:
    """What ``floe.json`` describes, as Dagster's own objects."""
    document = read_document()
    return dg.Definitions(
        assets=[make_asset(asset, document) for asset in document["assets"]],
        jobs=[
            dg.define_asset_job(job["name"], selection=dg.AssetSelection.assets(*job["assets"]), tags=job["tags"])
            for job in document["jobs"]
        ],
        schedules=[
            dg.ScheduleDefinition(
                name=schedule["name"],
                job_name=schedule["job"],
                cron_schedule=schedule["cron"],
                execution_timezone=schedule["timezone"],
                default_status=dg.DefaultScheduleStatus[schedule["status"]],
            )
            for schedule in read_schedules(document)
        ],
        executor=make_executor(document["executor"]),
        resources={"pipes": dg.PipesSubprocessClient(cwd=str(HERE))},
    )


defs = make_definitions()
