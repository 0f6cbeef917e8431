"""Prints what Dagster has made of a code location, as JSON."""

import importlib.util
import json
import sys

spec = importlib.util.spec_from_file_location("definitions", sys.argv[1])
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
repository = module.defs.get_repository_def()
graph = repository.asset_graph


def show_asset(key):
    node = graph.get(key)
    definition = node.assets_def
    retry = definition.op.retry_policy
    return {
        "key": key.to_user_string(),
        "step": definition.op.name,
        "deps": sorted(parent.to_user_string() for parent in node.parent_keys),
        "group": node.group_name,
        "kinds": sorted(node.kinds),
        "tags": {name: value for name, value in node.tags.items() if not name.startswith("dagster/")},
        "owners": list(node.owners),
        "description": node.description,
        "metadata": {name: type(value).__name__ for name, value in node.metadata.items() if name.startswith("floe/")},
        "meta": node.metadata["floe/meta"].data if "floe/meta" in node.metadata else None,
        "codeVersion": node.code_version,
        "pool": definition.op.pool,
        "retry": retry and {"max": retry.max_retries, "delaySeconds": retry.delay, "backoff": retry.backoff and retry.backoff.name},
        "checks": [
            {"name": check.name, "description": check.description, "blocking": check.blocking}
            for check in sorted(definition.check_specs, key=lambda check: check.name)
        ],
    }


json.dump(
    {
        "assets": [show_asset(key) for key in sorted(graph.get_all_asset_keys())],
        "jobs": [
            {
                "name": job.name,
                "executor": job.executor_def.name,
                "assets": sorted(key.to_user_string() for key in job.asset_layer.executable_asset_keys),
                "tags": dict(job.tags),
            }
            for job in repository.get_all_jobs()
            if not job.name.startswith("__")
        ],
        "schedules": [
            {
                "name": schedule.name,
                "job": schedule.job_name,
                "cron": schedule.cron_schedule,
                "timezone": schedule.execution_timezone,
                "status": schedule.default_status.name,
            }
            for schedule in repository.schedule_defs
        ],
    },
    sys.stdout,
)
