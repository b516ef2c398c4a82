# rows.py FILE ROWS - the same table as test/bench/bench_report.c writes, by openpyxl
# (write-only, its fast way, with plain cells: ours have number formats, a head that stays and
# a filter, too); prints the seconds it took.
import sys
import time
from datetime import date
from openpyxl import Workbook

begin = time.perf_counter()
book = Workbook(write_only=True)
sheet = book.create_sheet("Tal")
sheet.append(["Indsats", "Område", "2008", "2009", "Frist"])
due = date(2009, 12, 31)
for i in range(int(sys.argv[2])):
    sheet.append(["Jobcafé nr. %d" % i, "Nørrebro", (i * 7 % 1000) / 10, (i * 13 % 1000) / 10, due])
book.save(sys.argv[1])
print("%.3f" % (time.perf_counter() - begin))
