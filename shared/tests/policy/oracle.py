"""Reckons schedules and retention with dateutil, from the description of their rules and not from the code.

Reads a case a line, with what was reckoned elsewhere, and answers each with the first difference or with null. Before them stands the release of
the zones' data, which Python's zoneinfo takes from the package tzdata.
"""

import json
import sys
from collections import defaultdict
from datetime import date, datetime, time, timedelta, timezone
from itertools import zip_longest
from zoneinfo import ZoneInfo

import tzdata
from dateutil import rrule, tz
from dateutil.relativedelta import relativedelta

THE_END = int(datetime(9999, 12, 31, tzinfo=timezone.utc).timestamp())
MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
WEEKDAYS = {
    "Monday": rrule.MO,
    "Tuesday": rrule.TU,
    "Wednesday": rrule.WE,
    "Thursday": rrule.TH,
    "Friday": rrule.FR,
    "Saturday": rrule.SA,
    "Sunday": rrule.SU,
}
WEEKS = {"First": 1, "Second": 2, "Third": 3, "Fourth": 4, "Last": -1}
MONTHS = [date(2000, month, 1).strftime("%B") for month in range(1, 13)]


class Clock:
    """The clock on the wall of a place."""

    def __init__(self, name):
        if name.startswith("UTC") and ":" in name:
            hours, minutes = name[4:].split(":")
            ahead = timedelta(hours=int(hours), minutes=int(minutes))
            self.zone = tz.tzoffset(None, -ahead if name[3] == "-" else ahead)
        else:
            self.zone = ZoneInfo(name)

    def shows(self, instant):
        return datetime.fromtimestamp(instant, self.zone).replace(tzinfo=None)

    def is_plain(self, wall):
        """Neither skipped nor repeated: both readings of the time are the same."""
        there = wall.replace(tzinfo=self.zone)
        return there.utcoffset() == there.replace(fold=1).utcoffset()

    def instant(self, wall):
        """Somebody waits at the wall for that time, or the first one that comes after it."""
        if not self.is_plain(wall) and not tz.datetime_exists(wall, self.zone):
            wall = wall.replace(second=0)
            while not tz.datetime_exists(wall, self.zone):
                wall += MINUTE
        return int(wall.replace(tzinfo=self.zone).timestamp())

    def again(self, wall):
        """When it comes a second time."""
        if self.is_plain(wall) or not tz.datetime_exists(wall, self.zone) or not tz.datetime_ambiguous(wall, self.zone):
            return None
        return int(wall.replace(tzinfo=self.zone, fold=1).timestamp())


def walls(schedule, first, last):
    """The times on the wall that are those of runs."""
    at = time.fromisoformat(schedule.get("at") or schedule["from"])
    span = {"dtstart": datetime.combine(first, at), "until": datetime.combine(last, at)}
    if schedule["frequency"] == "Weekly":
        yield from rrule.rrule(rrule.WEEKLY, byweekday=[WEEKDAYS[day] for day in schedule["on"]], **span)
        return
    for opening in rrule.rrule(rrule.DAILY, **span):
        yield opening
        if schedule["frequency"] == "Hourly":
            moment, closing = opening, opening + timedelta(hours=schedule["hours"])
            while moment < closing:
                moment += timedelta(minutes=schedule["every_minutes"])
                yield moment


def runs(case, clock):
    """All runs after the one instant and up to the other."""
    schedule, after, until = case["schedule"], case["after"], case["until"]
    both_passes = schedule["frequency"] == "Hourly" and schedule["every_minutes"] <= 60
    found = set()
    for wall in walls(schedule, clock.shows(after).date() - 3 * DAY, clock.shows(until).date() + 3 * DAY):
        found.add(clock.instant(wall))
        if both_passes:
            found.add(clock.again(wall))
    return sorted(run for run in found - {None} if after < run <= until)


def days_of_month(on):
    """What rrule calls the days of a month."""
    if on["by"] == "Week":
        return {"byweekday": [WEEKDAYS[day](WEEKS[week]) for day in on["weekdays"] for week in on["weeks"]]}
    return {"bymonthday": on.get("days", []) + ([-1] if on.get("last") else [])}


def ranges(retention):
    """Each range with the rule of its days and how long a day's point is kept."""
    if "weekly" in retention:
        weekly = retention["weekly"]
        days = [WEEKDAYS[day] for day in weekly["on"]]
        yield "weekly", rrule.WEEKLY, {"byweekday": days}, relativedelta(weeks=weekly["weeks"])
    if "monthly" in retention:
        monthly = retention["monthly"]
        yield "monthly", rrule.MONTHLY, days_of_month(monthly["on"]), relativedelta(months=monthly["months"])
    if "yearly" in retention:
        yearly = retention["yearly"]
        months = [MONTHS.index(month) + 1 for month in yearly["in"]]
        days = days_of_month(yearly["on"])
        yield "yearly", rrule.YEARLY, {"bymonth": months, **days}, relativedelta(years=yearly["years"])


def ends(clock, day, length):
    """The last second of the day that is so long after another."""
    try:
        return min(clock.instant(datetime.combine(day + length + DAY, time())) - 1, THE_END)
    except (OverflowError, ValueError):
        return THE_END


def stands_for(day, points_of):
    """The point of a day: its newest good one, else that of the next days; a bad one only when there is no good one in all of them."""
    week = [points_of.get(day + n * DAY, []) for n in range(7)]
    for only_good in (True, False):
        for points in week:
            candidates = [point for point in points if point["good"] or not only_good]
            if candidates:
                return max(candidates, key=lambda point: (point["taken"], point["place"]))
    return None


def keep(case, clock, points, now):
    """What becomes of each point."""
    retention = case["retention"]
    claims = [{} for _ in points]
    points_of = defaultdict(list)
    for point in points:
        if point["scheduled"]:
            wall = clock.shows(point["taken"])
            points_of[wall.date()].append(point)
            if "daily_days" in retention:
                end = wall + relativedelta(days=retention["daily_days"])
                claims[point["place"]]["daily"] = clock.instant(end)
    if points_of:
        first, last = min(points_of) - 6 * DAY, max(points_of)
        span = {"dtstart": datetime.combine(first, time()), "until": datetime.combine(last, time())}
        for name, frequency, days, length in ranges(retention):
            for chosen in rrule.rrule(frequency, **days, **span):
                point = stands_for(chosen.date(), points_of)
                if point is not None:
                    end = ends(clock, chosen.date(), length)
                    mine = claims[point["place"]]
                    mine[name] = max(end, mine.get(name, end))
    best = [point for point in points if point["good"]] or points
    last_good = max(best, key=lambda point: (point["taken"], point["place"]), default=None)
    return [line(point, claims[point["place"]], retention, now, point is last_good) for point in points]


def line(point, claims, retention, now, is_last_good):
    """What is said of a point: its fate, when it ends, and until when each range keeps it."""
    if point["scheduled"]:
        end = max([*claims.values(), point["until"] or 0]) or point["taken"]
        end = end if retention else None
    else:
        end = point["until"]
    if point["held"]:
        fate, end = "Held", None
    elif end is None:
        fate = "NoEnd"
    elif end > now:
        fate = "Until"
    elif is_last_good:
        fate, end = "LastGood", None
    else:
        fate = "Expired"
    return ",".join(str(word) for word in [fate, end, *(claims.get(name) for name in ("daily", "weekly", "monthly", "yearly"))])


def points(case):
    """The points of a case, which come as rows."""
    names = ("taken", "scheduled", "until", "held", "good")
    return [{**dict(zip(names, row)), "place": place} for place, row in enumerate(case["points"])]


def first_difference(what, ours, theirs):
    """Where two lists part."""
    for place, pair in enumerate(zip_longest(ours, theirs)):
        if pair[0] != pair[1]:
            return f"{what} {place}: reckoned here {pair[0]}, there {pair[1]}"
    return None


def judge(case):
    """What is reckoned differently here and there, if anything."""
    clock = Clock(case["zone"])
    kept = []
    for now in case["nows"]:
        kept += keep(case, clock, [point for point in points(case) if point["taken"] <= now], now)
    theirs = case["reckoned"]
    return first_difference("run", runs(case, clock), theirs["runs"]) or first_difference("point", kept, theirs["kept"])


def main():
    print(json.dumps(tzdata.IANA_VERSION), flush=True)
    for line in sys.stdin:
        print(json.dumps(judge(json.loads(line))), flush=True)


main()
