"""Prints, as JSON, what two Python packages say about the bank holidays of the United Kingdom.

Run by `cargo xtask holidays` with a scratch folder as its only argument. Nothing is judged here:
comparing, naming and writing happen in `holidays.rs`.
"""

import datetime
import glob
import json
import pathlib
import subprocess
import sys
import zipfile

FROM_YEAR = 1995
REGIONS = {"england-and-wales": "ENG", "scotland": "SCT", "northern-ireland": "NIR"}

scratch = pathlib.Path(sys.argv[1])
wheels = scratch / "wheels"
unpacked = scratch / "unpacked"


def download(package):
    """One wheel, without its dependencies, unpacked beside the others."""
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:"]
    subprocess.run([*command, "--dest", str(wheels), package], check=True, stdout=sys.stderr)
    [wheel] = glob.glob(str(wheels / (package.replace("-", "_") + "-*.whl")))
    zipfile.ZipFile(wheel).extractall(unpacked)
    return {"package": package, "version": pathlib.Path(wheel).name.split("-")[1], "wheel": wheel}


def row(day, name, substitute):
    return {"date": day.isoformat(), "weekday": day.isoweekday(), "name": name, "substitute": substitute}


official = download("govuk-bank-holidays")
rules = download("holidays")
sys.path.insert(0, str(unpacked))
import holidays  # noqa: E402  (it has only just been unpacked)

published = json.loads((unpacked / "govuk_bank_holidays" / "bank-holidays.json").read_text(encoding="utf-8"))
last_year = min(int(published[region]["events"][-1]["date"][:4]) for region in REGIONS)

answer = {
    "today": datetime.date.today().isoformat(),
    "official": official,
    "rules": rules,
    "from_year": FROM_YEAR,
    "last_year": last_year,
    "regions": {},
}
for region, subdivision in REGIONS.items():
    by_rule = holidays.country_holidays("GB", subdiv=subdivision, years=range(FROM_YEAR, last_year + 1))
    answer["regions"][region] = {
        "official": [
            row(datetime.date.fromisoformat(event["date"]), event["title"], "substitute" in event["notes"].lower())
            for event in published[region]["events"]
        ],
        "rules": [
            row(day, name.replace(" (observed)", ""), "(observed)" in name) for day, name in sorted(by_rule.items())
        ],
    }
json.dump(answer, sys.stdout, ensure_ascii=False)
