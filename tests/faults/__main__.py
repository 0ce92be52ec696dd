"""Faults by hand: ``python -m tests.faults --kills 1000``, ``--lost-logs``, ``--mutations``."""

import argparse
import random
import sys

from tests.faults.kills import kill_repeatedly
from tests.faults.lost_logs import lose_logs_repeatedly
from tests.faults.mutations import spoil_repeatedly


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--kills", type=int, default=0, help="kill -9 a recorder so many times")
    parser.add_argument(
        "--early", action="store_true", help="the broken twin, which acknowledges too early"
    )
    parser.add_argument("--lost-logs", type=int, default=0, help="delete the log so many times")
    parser.add_argument(
        "--by-name", action="store_true", help="the broken twin, to which any log is its own"
    )
    parser.add_argument("--mutations", type=int, default=0, help="spoil so many databases")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    asked = parser.parse_args()
    if not (asked.kills or asked.lost_logs or asked.mutations):
        parser.error("say how many --kills, --lost-logs or --mutations")
    print(f"seed {asked.seed}", flush=True)
    faults: list[str] = []
    if asked.kills:
        tally = kill_repeatedly(asked.kills, asked.seed, early=asked.early)
        faults += tally.faults
        print(
            f"{tally.kills} kills ({tally.before_the_first_entry} before the first entry), "
            f"{tally.acknowledged} acknowledged, {tally.sent_again} of them sent again: "
            f"{len(tally.faults)} faults"
        )
    if asked.lost_logs:
        losses = lose_logs_repeatedly(asked.lost_logs, asked.seed, by_name=asked.by_name)
        faults += losses.faults
        print(
            f"{losses.count} logs lost, {losses.acknowledged} acknowledged, found as told "
            f"{dict(losses.told.most_common())}: {len(losses.faults)} faults"
        )
    if asked.mutations:
        named, wrong = spoil_repeatedly(asked.mutations, asked.seed)
        faults += wrong
        print(f"{asked.mutations} mutations: {dict(named.most_common())}: {len(wrong)} faults")
    for fault in faults:
        print(f"FAULT {fault}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
