# workbooks.py FILE... - the workbooks that pejl writes, as openpyxl reads them: what stands
# beside each sum is what its cells add up to, and heads stay when sheets are scrolled.
import datetime
import re
import sys
from openpyxl import load_workbook

sums = days = comments = 0
for file in sys.argv[1:]:
    formulas, values = load_workbook(file), load_workbook(file, data_only=True)
    for sheet in formulas:
        beside = values[sheet.title]
        assert sheet.freeze_panes, f"{file}: {sheet.title} has no head that stays"
        assert sheet.auto_filter.ref in (None, sheet.dimensions), f"{file}: {sheet.auto_filter.ref}"
        for cell in (c for row in sheet.iter_rows() for c in row if c.value is not None):
            comments += cell.comment is not None
            if cell.is_date:
                assert isinstance(cell.value, datetime.datetime), cell.value
                days += 1
            if cell.data_type != "f":
                continue
            spans = re.fullmatch(r"=SUM\((.*)\)", cell.value).group(1).split(",")
            parts = [c.value for s in spans for row in beside[s if ":" in s else f"{s}:{s}"] for c in row]
            total = sum(v for v in parts if isinstance(v, (int, float)))
            said = beside[cell.coordinate].value
            assert abs(total - said) < 1e-6, f"{file}: {sheet.title} {cell.coordinate}: {said}, not {total}"
            sums += 1
assert sums > 40 and days > 0 and comments > 5, (sums, days, comments)
print(f"{sums} sums, {days} days and {comments} comments in {len(sys.argv) - 1} workbooks")
