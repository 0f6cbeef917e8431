"""Runs one asset's step in a real Dagster, and writes what Dagster recorded of it as JSON.

Started as `record-step.py <request> <file>`; the request says how the step is started and how it reports.
"""

import json
import logging
import os
import subprocess
import sys
import tempfile
from contextlib import contextmanager

import dagster as dg
from dagster._core.pipes.utils import extract_message_or_forward_to_stdout
from dagster_k8s.pipes import PipesK8sPodLogsMessageReader

request = json.loads(sys.argv[1])
folder = tempfile.mkdtemp()


class StreamReader(PipesK8sPodLogsMessageReader):
    """Reads a process as Dagster reads the log of a pod."""

    @contextmanager
    def read_messages(self, handler):
        self._handler = handler
        yield request["stream"]

    def consume(self, process):
        for line in process.stdout:
            extract_message_or_forward_to_stdout(self._handler, line.rstrip("\n"))


def file_injector():
    return dg.PipesFileContextInjector(os.path.join(folder, "context.json"))


def file_reader():
    return dg.PipesFileMessageReader(os.path.join(folder, "messages"), include_stdio_in_messages=True)


INJECTORS = {"temp": dg.PipesTempFileContextInjector, "file": file_injector, "env": dg.PipesEnvContextInjector}
READERS = {"temp": dg.PipesTempFileMessageReader, "file": file_reader}


def run_with_client(context):
    client = dg.PipesSubprocessClient(
        context_injector=INJECTORS[request["injector"]](), message_reader=READERS[request["reader"]]()
    )
    return client.run(context=context, command=request["command"]).get_results(implicit_materializations=False)


def run_in_session(context):
    """As PipesK8sClient does it, with a process for a pod; the parameters as arguments if the request wants it."""
    reader = StreamReader()
    injector = INJECTORS[request["injector"]]()
    with dg.open_pipes_session(context=context, context_injector=injector, message_reader=reader) as session:
        command, env = list(request["command"]), dict(os.environ)
        if request["arguments"]:
            for name, value in session.get_bootstrap_cli_arguments().items():
                command += [name, value]
        else:
            env.update(session.get_bootstrap_env_vars())
        process = subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        reader.consume(process)
        if process.wait() != 0:
            raise dg.Failure(f"ended with {process.returncode}")
    return session.get_results(implicit_materializations=False)


checks = [dg.AssetCheckSpec(name, asset=request["key"]) for name in request["checks"]]


@dg.asset(name=request["key"], check_specs=checks, code_version="1")
def step(context: dg.AssetExecutionContext):
    return (run_in_session if request["stream"] else run_with_client)(context)


def shown(metadata):
    return {name: {"type": type(value).__name__, "value": plain(value.value)} for name, value in metadata.items()}


def plain(value):
    if isinstance(value, dg.TableSchema):
        return [[column.name, column.type] for column in value.columns]
    if isinstance(value, dg.TableColumnLineage):
        return {
            column: [[dep.asset_key.to_user_string(), dep.column_name] for dep in deps]
            for column, deps in value.deps_by_column.items()
        }
    return value


def error(info):
    if info is None:
        return None
    return {"className": info.cls_name, "message": info.message, "cause": error(info.cause)}


instance = dg.DagsterInstance.ephemeral()
result = dg.materialize([step], instance=instance, raise_on_error=False)
recorded = {"success": result.success, "runId": result.run_id, "materializations": [], "checks": [], "logs": [], "errors": []}
for entry in instance.all_logs(result.run_id):
    event = entry.dagster_event
    if event is None:
        recorded["logs"].append([logging.getLevelName(entry.level), entry.user_message])
    elif event.event_type_value == "ASSET_MATERIALIZATION":
        made = event.event_specific_data.materialization
        tags = made.tags or {}
        recorded["materializations"].append(
            {"key": made.asset_key.to_user_string(), "metadata": shown(made.metadata), "dataVersion": tags.get("dagster/data_version")}
        )
    elif event.event_type_value == "ASSET_CHECK_EVALUATION":
        check = event.event_specific_data
        recorded["checks"].append(
            {"name": check.check_name, "passed": check.passed, "severity": check.severity.value, "metadata": shown(check.metadata)}
        )
    elif event.event_type_value in ("ENGINE_EVENT", "STEP_FAILURE"):
        info = error(event.event_specific_data.error)
        if info is not None:
            recorded["errors"].append({"type": event.event_type_value, "step": event.step_key, "text": entry.user_message, "error": info})

with open(sys.argv[2], "w", encoding="utf-8") as file:
    json.dump(recorded, file)
