"""Charts of claims: each a function of a frame that gives a `Chart`."""

from analysis.charts.bases import share
from analysis.charts.chart import Chart
from analysis.charts.claimed import figures
from analysis.charts.follows import scenarios
from analysis.charts.origins import who
from analysis.charts.plans import planned
from analysis.charts.remains import left
from analysis.charts.times import timeline

__all__ = [
    "Chart",
    "figures",
    "left",
    "planned",
    "scenarios",
    "share",
    "timeline",
    "who",
]
