/* Papers of our own in the family's forms, in test/audit/papers: each is right and
 * nothing may be said against it; with one thing changed exactly that must be
 * said, with what was expected and the difference. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include "recognise_help.h"
#include "audit/audit.h"

struct paper {
	const char *name;
	size_t      hold;               /* claims that hold */
};

struct mutation {
	const char *paper, *from, *to;  /* the first of it */
	const char *expected;           /* "LINE code PRINTED, not EXPECTED: DIFFERENCE" a line */
};

static const struct paper papers[] = {
	{ "bevillinger.txt", 9 },
	{ "puljer.txt", 9 },
	{ "aar-nedad.md", 8 },
	{ "deltagere.txt", 8 },
	{ "udvikling.txt", 7 },
	{ "opregnet.txt", 6 },
	{ "aarligt.txt", 6 },
	{ "andele.txt", 8 },
	{ "handleplan-oekonomi.csv", 17 },
	{ "tabel-i-maerker.txt", 7 },
	{ "regnskab.csv", 6 },
	{ "uden-hoved.txt", 2 },
	{ "skemaer.txt", 7 },
	{ "indhold.txt", 8 },
	{ "maal.txt", 7 },
	{ "indikatorer.txt", 4 },
	{ "projekter.txt", 2 },
	{ "aftale.txt", 3 },
	{ "kolonner.txt", 16 },
	{ "loebende.txt", 10 },
	{ "finansiering.txt", 9 },
	{ "over-sider.tsv", 14 },
	{ "redegoerelse.txt", 13 },
	{ "effektmaal.txt", 18 },
	{ "andele-i-tabeller.txt", 16 },
	{ "handleplan.md", 6 },
	{ "spaend-i-alt.txt", 24 },
	{ "to-hoveder.txt", 16 },
	{ "bogstaver.md", 25 },
	{ "netto.csv", 23 },
	{ "startmaal.txt", 9 },
	{ "konti.txt", 13 },
	{ "aar-over-to.txt", 9 },
	{ "ansoegninger.txt", 11 },
	{ "sidehoved.txt", 20 },
	{ "partnership.md", 12 },
	{ "opfoelgning.txt", 19 },
	{ "fritidspas.txt", 7 },
	{ "naesten-tal.txt", 4 },
	{ "mange-slags.md", 23 },
	{ "mange-slags.txt", 15 },
};

static const struct mutation mutations[] = {
	{ "bevillinger.txt", "\t4.900\t", "\t4.800\t",
	  "8 sum 4800, not 4900: -100\n" },
	{ "bevillinger.txt", "850\t850\t-", "850\t950\t-",
	  "8 sum 4900, not 5000: -100\n10 sum 1700, not 1800: -100\n" },
	{ "puljer.txt", "voksne\t540.000", "voksne\t550.000",
	  "12 sum 550000, not 540000: 10000\n" },
	{ "puljer.txt", "705.750", "706.750",
	  "13 sum 706750, not 705750: 1000\n" },
	{ "aar-nedad.md", "| 17,75 |", "| 17,95 |",
	  "8 sum 17.95, not 17.75: 0.20\n11 sum 65.50, not 65.70: -0.20\n" },
	{ "aar-nedad.md", "| 12,0 | 5,50", "| 12,5 | 5,50",
	  "11 sum 12.50, not 12.00: 0.50\n" },
	{ "deltagere.txt", "2.190", "2.180",
	  "5 sum 2180, not 2190: -10\n8 sum 3700, not 3690: 10\n" },
	{ "deltagere.txt", "25 procent", "28 procent",
	  "12 ratio 28, not 25.0: 3.0\n" },
	{ "udvikling.txt", "1,2 procentpoint", "2,1 procentpoint",
	  "3 growth 2.1, not 1.2: 0.9\n" },
	{ "udvikling.txt", "med 20 pct., fra", "med 25 pct., fra",
	  "5 growth 25, not 20.0: 5.0\n" },
	{ "udvikling.txt", "2009 til 90", "2009 til 110",
	  "7 growth 110, not 90: 20\n" },
	{ "udvikling.txt", "2010 til 18", "2010 til 24",
	  "9 growth 24, not 18: 6\n" },
	{ "udvikling.txt", "stigning på 12 forløb", "stigning på 14 forløb",
	  "11 growth 14, not 12: 2\n" },
	{ "udvikling.txt", "på 9 procentpoint", "på 12 procentpoint",
	  "13 growth 12, not 9: 3\n" },
	{ "opregnet.txt", "tre indsats", "fire indsats",
	  "1 count 4, not 3: 1\n" },
	{ "opregnet.txt", "fire temaer", "fem temaer",
	  "3 count 5, not 4: 1\n" },
	{ "opregnet.txt", "fra 7 til 5", "fra 7 til 4",
	  "10 count 4, not 5: -1\n" },
	{ "opregnet.txt", "0,8 mio", "1,8 mio",
	  "14 sum 5.0, not 6.0: -1.0\n" },
	{ "opregnet.txt", "0,8 mio", "0,9 mio",
	  "14 rounding 5.0, not 5.1: -0.1\n" },
	{ "aarligt.txt", "i alt 8,0 mio. kr.\n\nTil", "i alt 6,0 mio. kr.\n\nTil",
	  "1 sum 6.0, not 8.0: -2.0\n" },
	{ "aarligt.txt", "i alt 3,0", "i alt 3,5",
	  "5 sum 3.5, not 3.0: 0.5\n" },
	{ "aarligt.txt", "dvs. 1,5", "dvs. 2,5",
	  "7 sum 2.5, not 1.5: 1.0\n" },
	{ "aarligt.txt", "(i alt 8,0", "(i alt 9,0",
	  "10 sum 9.0, not 8.0: 1.0\n" },
	{ "aarligt.txt", "til 3,0 mio", "til 4,0 mio",
	  "13 sum 12.0, not 16.0: -4.0\n" },
	{ "andele.txt", "(40 unge)", "(50 unge)",
	  "1 ratio\n" },
	{ "andele.txt", "dvs. 42", "dvs. 52",
	  "3 ratio 50, not 61.9: -11.9\n" },
	{ "andele.txt", "40 procent", "45 procent",
	  "11 ratio 45, not 40.0: 5.0\n" },
	{ "andele.txt", "(48 pct", "(58 pct",
	  "13 ratio 58, not 47.8: 10.2\n" },
	{ "handleplan-oekonomi.csv", "gårde i alt;1,5", "gårde i alt;1,9",
	  "10 sum 1.9, not 1.5: 0.4\n" },
	{ "handleplan-oekonomi.csv", "34,9", "36,9",
	  "11 sum 36.9, not 34.9: 2.0\n" },
	{ "handleplan-oekonomi.csv", "5,2;5,2;4,0", "5,2;6,2;4,0",
	  "3 sum 17.5, not 18.5: -1.0\n5 sum 11.2, not 12.2: -1.0\n11 sum 12.1, not 13.1: -1.0\n" },
	{ "tabel-i-maerker.txt", "6.550", "6.650",
	  "5 sum 6650, not 6550: 100\n" },
	{ "tabel-i-maerker.txt", "<td>300</td><td>-", "<td>400</td><td>-",
	  "5 sum 600, not 700: -100\n5 sum 7100, not 7200: -100\n" },
	{ "regnskab.csv", "1522163.25", "1525163.25",
	  "5 sum 1525163.25, not 1522163.25: 3000.00\n5 growth -12836.75, not -9836.75: -3000.00\n" },
	{ "uden-hoved.txt", "29,5", "31,5",
	  "9 sum 31.5, not 29.5: 2.0\n" },
	{ "uden-hoved.txt", "21 pct", "25 pct",
	  "17 sum 100, not 104: -4\n" },
	{ "skemaer.txt", "1,2 mio. kr. til drift", "1,6 mio. kr. til drift",
	  "2 sum 4.8, not 5.2: -0.4\n" },
	{ "skemaer.txt", "110 drenge", "100 drenge",
	  "4 count 240, not 230: 10\n" },
	{ "skemaer.txt", "med 20 procentpoint", "med 25 procentpoint",
	  "5 derived-target 25, not 20: 5\n" },
	{ "skemaer.txt", "derfor 1,2", "derfor 1,4",
	  "9 refund 1.4, not 1.2: 0.2\n" },
	{ "indhold.txt", "2.3 Mentorer\n\n", "2.4 Mentorer\n\n",
	  "24 numbering\n" },
	{ "indhold.txt", "3. Økonomi 2011\n\n1", "3. Økonomi 2010\n\n1",
	  "8 label\n" },
	{ "maal.txt", "på mål 4", "på mål 3",
	  "17 label\n" },
	{ "maal.txt", "fire mål", "tre mål",
	  "1 count 3, not 4: -1\n" },
	{ "indikatorer.txt", "+4,0", "+5,0",
	  "5 growth 5.0, not 4.0: 1.0\n" },
	{ "projekter.txt", "3.500.000", "3.600.000",
	  "11 sum 3600000, not 3500000: 100000\n" },
	{ "projekter.txt", "\n5\t", "\n6\t",
	  "8 numbering\n9 numbering\n" },
	{ "aftale.txt", "5,0 mio. kr. til", "6,0 mio. kr. til",
	  "39 sum 6.0, not 5.0: 1.0\n" },
	{ "aftale.txt", "500.000", "1.500.000",
	  "39 sum 5.0, not 6.0: -1.0\n" },
	{ "kolonner.txt", "7.600\t-5", "7.600\t-8",
	  "5 growth -8, not -5.0: -3.0\n" },
	{ "kolonner.txt", "30 pct", "33 pct",
	  "13 ratio 33, not 30.0: 3.0\n16 sum 100, not 103: -3\n" },
	{ "kolonner.txt", "96\t80", "96\t85",
	  "21 ratio 85, not 80.0: 5.0\n" },
	{ "loebende.txt", "165 mænd", "155 mænd",
	  "11 count 345, not 335: 10\n" },
	{ "loebende.txt", "I alt 3,7", "I alt 4,7",
	  "19 sum 4.7, not 3.7: 1.0\n" },
	{ "loebende.txt", "9 er stadig i gang (19", "9 er stadig i gang (29",
	  "21 ratio 29, not 18.8: 10.2\n" },
	{ "finansiering.txt", "61,5", "62,5",
	  "26 sum 178.5, not 179.5: -1.0\n" },
	{ "finansiering.txt", "43,9\t46,0", "43,9\t48,0",
	  "7 sum 122.0, not 124.0: -2.0\n" },
	{ "over-sider.tsv", "1.000\t500", "1.200\t500",
	  "3 sum 5900, not 6100: -200\n7 sum 2500, not 2700: -200\n10 sum 1500, not 1700: -200\n" },
	{ "over-sider.tsv", "5.900", "5.600",
	  "3 sum 5600, not 5900: -300\n" },
	{ "redegoerelse.txt", "0,8 mio. kr. fra Soc", "0,9 mio. kr. fra Soc",
	  "14 rounding 2.4, not 2.5: -0.1\n" },
	{ "redegoerelse.txt", "0,8 mio. kr. fra Soc", "1,8 mio. kr. fra Soc",
	  "14 sum 2.4, not 3.4: -1.0\n" },
	{ "redegoerelse.txt", "fra 6 udsatte", "fra 7 udsatte",
	  "16 count 7, not 6: 1\n" },
	{ "redegoerelse.txt", "640 drenge", "650 drenge",
	  "21 count 1180, not 1190: -10\n" },
	{ "redegoerelse.txt", "(+25 pct.)", "(+35 pct.)",
	  "29 growth 35, not 25.0: 10.0\n" },
	{ "redegoerelse.txt", "1,5 mio. kr. årligt. Heraf", "2,5 mio. kr. årligt. Heraf",
	  "26 refund 2.5, not 1.5: 1.0\n" },
	{ "redegoerelse.txt", "4,25", "4,55",
	  "40 sum 4.55, not 4.25: 0.30\n" },
	{ "redegoerelse.txt", "2.2 Biblioteker", "2.3 Biblioteker",
	  "23 numbering\n" },
	{ "effektmaal.txt", "fald på 13", "fald på 23",
	  "7 growth 23, not 12.9: 10.1\n" },
	{ "effektmaal.txt", "(92 %)", "(82 %)",
	  "23 ratio 82, not 91.8: -9.8\n" },
	{ "effektmaal.txt", "seks effektmål", "fem effektmål",
	  "3 count 5, not 6: -1\n" },
	{ "effektmaal.txt", "Status på mål 5", "Status på mål 4",
	  "23 label\n" },
	{ "effektmaal.txt", "-10 %", "-20 %",
	  "32 growth -20, not -10.0: -10.0\n" },
	{ "andele-i-tabeller.txt", "2.363\t105", "2.363\t95",
	  "5 ratio 95, not 105.0: -10.0\n" },
	{ "andele-i-tabeller.txt", "80\t40", "90\t40",
	  "13 sum 155, not 165: -10\n" },
	{ "andele-i-tabeller.txt", "29,9", "39,9",
	  "17 ratio 39.9, not 29.92: 9.98\n20 sum 100.0, not 110.0: -10.0\n" },
	{ "handleplan.md", "(80 pct.)", "(70 pct.)",
	  "13 ratio 70, not 80.0: -10.0\n" },
	{ "handleplan.md", "5 mio. kr. til Bisp", "8 mio. kr. til Bisp",
	  "25 sum 12, not 15: -3\n" },
	{ "spaend-i-alt.txt", "410\t410\t410\t410\t1.640", "410\t410\t410\t410\t1.650",
	  "18 sum 1650, not 1640: 10\n20 sum 20760, not 20770: -10\n21 sum 35790, not 35800: -10\n" },
	{ "spaend-i-alt.txt", "4.005\t4.005\t3.685\t3.335\t15.030", "4.005\t4.105\t3.685\t3.335\t15.030",
	  "15 sum 4105, not 4005: 100\n" },
	{ "spaend-i-alt.txt", "9.170\t9.170\t8.900\t8.550\t35.790", "9.170\t9.170\t8.800\t8.550\t35.790",
	  "21 sum 8800, not 8900: -100\n" },
	{ "spaend-i-alt.txt", "stigning på 6,0", "stigning på 7,0",
	  "29 derived-target 7.0, not 6.0: 1.0\n" },
	{ "to-hoveder.txt", "268, svarende til 65", "268, svarende til 56",
	  "15 ratio 56, not 65.0: -9.0\n" },
	{ "to-hoveder.txt", "resterende 144", "resterende 154",
	  "15 count 412, not 422: -10\n" },
	{ "to-hoveder.txt", "med fem indsats", "med seks indsats",
	  "7 count 6, not 5: 1\n" },
	{ "to-hoveder.txt", "71,0\t73,8", "72,0\t73,8",
	  "27 sum 72.0, not 71.0: 1.0\n" },
	{ "to-hoveder.txt", "nettoudgift på 21,3", "nettoudgift på 22,3",
	  "31 refund 22.3, not 21.3: 1.0\n" },
	{ "to-hoveder.txt", "stigning på 10 pct", "stigning på 12 pct",
	  "33 growth 12, not 10.0: 2.0\n" },
	{ "to-hoveder.txt", "72,3\t98,0", "72,3\t96,0",
	  "27 ratio 96.0, not 97.97: -1.97\n" },
	{ "bogstaver.md", "| 600.000 |", "| 650.000 |",
	  "11 sum 1935000, not 1985000: -50000\n13 sum 650000, not 600000: 50000\n18 sum 4795000, not 4845000: -50000\n" },
	{ "bogstaver.md", "**4.795.000**", "**4.895.000**",
	  "18 sum 4895000, not 4795000: 100000\n" },
	{ "bogstaver.md", "2.795.000 kr", "2.695.000 kr",
	  "20 sum 4795000, not 4695000: 100000\n" },
	{ "bogstaver.md", "6,5 procentpoint", "5,5 procentpoint",
	  "27 growth 5.5, not 6.5: -1.0\n" },
	{ "bogstaver.md", "(80 pct.)", "(70 pct.)",
	  "30 ratio 70, not 80.0: -10.0\n" },
	{ "netto.csv", "Netto;16,55", "Netto;16,65",
	  "8 sum 16.65, not 16.55: 0.10\n" },
	{ "netto.csv", "23,50;93,50", "23,50;94,50",
	  "6 sum 94.50, not 93.50: 1.00\n8 sum 70.65, not 71.65: -1.00\n13 sum 102.45, not 103.45: -1.00\n" },
	{ "netto.csv", "Netto i alt;24,10", "Netto i alt;24,20",
	  "13 sum 24.20, not 24.10: 0.10\n" },
	{ "netto.csv", "25,55;102,45", "25,55;102,35",
	  "13 sum 102.35, not 102.45: -0.10\n" },
	{ "netto.csv", "Netto;7,55;7,95;7,95", "Netto;7,55;7,95;7,85",
	  "12 sum 7.85, not 7.95: -0.10\n" },
	{ "startmaal.txt", "7 valgte", "8 valgte",
	  "3 count 13, not 14: -1\n" },
	{ "startmaal.txt", "på 50 procent.", "på 40 procent.",
	  "5 growth 40, not 50.0: -10.0\n" },
	{ "startmaal.txt", "45.000 kr. til k", "54.000 kr. til k",
	  "7 sum 215000, not 224000: -9000\n" },
	{ "startmaal.txt", "57,3 pct", "58,3 pct",
	  "12 derived-target 58.3, not 57.3: 1.0\n" },
	{ "startmaal.txt", "39,6 pct", "34,0 pct",
	  "14 derived-target 34.0, not 39.6: -5.6\n" },
	{ "startmaal.txt", "med 2,5 procentpoint", "med 3,5 procentpoint",
	  "17 growth 3.5, not 2.5: 1.0\n" },
	{ "startmaal.txt", "(50 pct.)", "(55 pct.)",
	  "19 ratio 55, not 50.0: 5.0\n" },
	{ "konti.txt", "13.482\t13", "13.582\t13",
	  "9 sum 13582, not 13482: 100\n" },
	{ "konti.txt", "-7.919", "-7.819",
	  "12 sum -7819, not -7919: 100\n" },
	{ "konti.txt", "5.563\t5.581", "5.563\t5.681",
	  "13 sum 5681, not 5581: 100\n" },
	{ "konti.txt", "-4.206\t-4.206\t-4.050\t-4.050", "-4.206\t-4.206\t-4.150\t-4.050",
	  "12 sum -7815, not -7915: 100\n13 sum 5425, not 5325: 100\n" },
	{ "konti.txt", "således 4.206.000", "således 4.306.000",
	  "17 refund 4306000, not 4206000: 100000\n" },
	{ "aar-over-to.txt", "9,0\t9,0", "9,0\t9,6",
	  "16 sum 9.6, not 9.0: 0.6\n" },
	{ "aar-over-to.txt", "har tre mål", "har fire mål",
	  "3 count 4, not 3: 1\n" },
	{ "aar-over-to.txt", "(30 pct.)", "(33 pct.)",
	  "18 ratio 33, not 30.0: 3.0\n" },
	{ "aar-over-to.txt", "fald på 5 pct", "fald på 6 pct",
	  "20 growth 6, not 5.0: 1.0\n" },
	{ "aar-over-to.txt", "stigning på 0,5", "stigning på 0,9",
	  "22 growth 0.9, not 0.5: 0.4\n" },
	{ "ansoegninger.txt", "imødekom 58 af dem (62", "imødekom 58 af dem (68",
	  "4 ratio 68, not 62.4: 5.6\n" },
	{ "ansoegninger.txt", "I alt\t93\t58", "I alt\t94\t58",
	  "13 sum 94, not 93: 1\n" },
	{ "ansoegninger.txt", "3.112.500\t1.425.000\t100", "3.112.500\t1.452.000\t100",
	  "13 sum 1452000, not 1425000: 27000\n" },
	{ "ansoegninger.txt", "291.000\t20,4", "291.000\t24,0",
	  "11 ratio 24.0, not 20.42: 3.58\n13 sum 100, not 103.6: -3.6\n" },
	{ "sidehoved.txt", "Delsum 1\t1,6\t1,6", "Delsum 1\t1,6\t1,8",
	  "12 sum 1.8, not 1.6: 0.2\n" },
	{ "sidehoved.txt", "Sum\t11,1", "Sum\t12,1",
	  "26 sum 12.1, not 11.1: 1.0\n" },
	{ "sidehoved.txt", "(90 pct.)", "(95 pct.)",
	  "36 ratio 95, not 90.0: 5.0\n" },
	{ "sidehoved.txt", "35 flere", "45 flere",
	  "38 growth 45, not 35: 10\n" },
	{ "sidehoved.txt", "2.3 UU", "2.4 UU",
	  "16 numbering\n" },
	{ "partnership.md", "has four priorities", "has five priorities",
	  "5 count 5, not 4: 1\n" },
	{ "partnership.md", "**2,733**", "**2,743**",
	  "20 sum 2743, not 2733: 10\n20 growth 33, not 43: -10\n" },
	{ "partnership.md", "(70 per cent)", "(75 per cent)",
	  "22 ratio 75, not 70.0: 5.0\n" },
	{ "partnership.md", "1,310 | 60", "1,310 | 50",
	  "17 growth 50, not 60: -10\n" },
	{ "opfoelgning.txt", "+145\t7.020", "+155\t7.020",
	  "12 sum 155, not 145: 10\n" },
	{ "opfoelgning.txt", "0,6 pct. af", "0,9 pct. af",
	  "14 ratio 0.9, not 0.64: 0.26\n" },
	{ "opfoelgning.txt", "1,8\t7,4", "1,8\t8,4",
	  "20 sum 8.4, not 7.4: 1.0\n22 sum 27.3, not 28.3: -1.0\n" },
	{ "fritidspas.txt", "0,3 mio", "0,6 mio",
	  "4 sum 2.7, not 3.0: -0.3\n" },
	{ "fritidspas.txt", "212 af 240", "202 af 240",
	  "22 ratio 88, not 84.2: 3.8\n" },
	{ "fritidspas.txt", "med 168", "med 186",
	  "18 growth 186, not 168: 18\n" },
	{ "fritidspas.txt", "tre modeller", "fire modeller",
	  "24 count 4, not 3: 1\n" },
};

static struct audit_report
audit_of(struct arena *a, const char *name, struct str text)
{
	struct diags       d = diags_new(a);
	struct document    *doc = ARENA_NEW(a, struct document);
	struct recognition *seen = ARENA_NEW(a, struct recognition);

	if (!document_read(a, str_from(name), document_format(str_from(name), text), text, &d, doc))
		fail_msg("refused: " STR_FMT, STR_ARG(d.first->message));
	*seen = recognise(a, doc);
	return audit_document(a, doc, seen, NULL);
}

/* Errors and roundings; warnings are about what is promised. */
static struct str
told(struct arena *a, const struct audit_report *r)
{
	struct str s = STR("");

	for (size_t i = 0; i < r->findings; i++) {
		const struct finding *f = &r->finding[i];

		if (f->severity == SEVERITY_WARNING)
			continue;
		s = arena_printf(a, STR_FMT "%u " STR_FMT, STR_ARG(s), f->line, STR_ARG(audit_code(f->code)));
		if (f->has_amounts)
			s = arena_printf(a, STR_FMT " " STR_FMT ", not " STR_FMT ": " STR_FMT, STR_ARG(s),
			    STR_ARG(number_plain(a, f->printed)), STR_ARG(number_plain(a, f->expected)),
			    STR_ARG(number_plain(a, f->difference)));
		s = arena_printf(a, STR_FMT "\n", STR_ARG(s));
	}
	return s;
}

static struct str
text_of(struct arena *a, const char *name)
{
	struct str text;

	if (!load(a, arena_printf(a, "test/audit/papers/%s", name).at, &text))
		fail_msg("no paper %s", name);
	return text;
}

static void
right(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(papers); i++) {
		struct arena        a = { 0 };
		struct audit_report r = audit_of(&a, papers[i].name, text_of(&a, papers[i].name));

		if (told(&a, &r).len > 0 || r.hold != papers[i].hold)
			fail_msg("%s: %zu hold\n" STR_FMT, papers[i].name, r.hold, STR_ARG(told(&a, &r)));
		assert_int_equal(r.fail, 0);
		arena_free(&a);
	}
}

static void
wrong(void **state)
{
	size_t missed = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(mutations); i++) {
		const struct mutation *m = &mutations[i];
		struct arena           a = { 0 };
		struct str             text = text_of(&a, m->paper);
		size_t                 at = str_find(text, str_from(m->from), 0);
		struct audit_report    r;

		assert_true(at != SIZE_MAX);
		text = arena_printf(&a, STR_FMT "%s" STR_FMT, STR_ARG(str_slice(text, 0, at)), m->to,
		    STR_ARG(str_slice(text, at + str_from(m->from).len, text.len)));
		r = audit_of(&a, m->paper, text);
		if (!str_eq(told(&a, &r), str_from(m->expected))) {
			print_error("%s, %s to %s:\n" STR_FMT "not:\n%s", m->paper, m->from, m->to,
			    STR_ARG(told(&a, &r)), m->expected);
			missed++;
		}
		arena_free(&a);
	}
	assert_int_equal(missed, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(right), cmocka_unit_test(wrong) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
