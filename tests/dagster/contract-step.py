"""What a step of the contract suite's product does: its engine lives in another process, so three rows are reported."""

from dagster_pipes import open_dagster_pipes

with open_dagster_pipes() as pipes:
    pipes.report_asset_materialization(metadata={"dagster/row_count": 3, "floe/duration_ms": 5})
