// Command compare solves instances with package assign and with other solvers,
// side by side, and prints Markdown tables of time, memory and their ratios.
//
//	go build -o compare ./matching/assign/internal/compare
//	./compare -runs 5 \
//	    -peer 'lemon-ns=./lemon ns pen {file}' \
//	    -peer 'scipy=python3 scipy_driver.py mwfm {file}' \
//	    instances/*.bin
//	./compare -solve instances/p10000-k50.bin -ladder full -check -rungs
//
// # Instances
//
// An instance is a BPM1 file: a bipartite graph in which row i may have at most
// one column and column j at most capacity[j] rows. All numbers are little endian:
//
//	u64 magic 0x314d5042 ("BPM1")
//	u64 flags        1: dense, every row with every column; 0: sparse
//	i64 rows, columns, pairs
//	i32 capacity[columns]
//	i64 start[rows+1]     sparse only: the pairs of row i are start[i] to start[i+1]
//	i32 column[pairs]     sparse only: increasing within a row
//	i32 cost[pairs]
//
// The question is the same for everyone: among the assignments that serve the
// most rows, find one of least total cost. Any folder of BPM1 files will do;
// BPM1 has no other home than this page.
//
// # Peers
//
// A peer is a command for /bin/sh in which {file} stands for the instance. It
// solves once and prints one line on its standard output
//
//	RESULT,name,file,matched,cost,build_s,solve_s,rss_mb
//
// with the rows served, the total cost, the seconds spent on turning the instance
// into what the solver reads, those spent solving, and the most memory the
// process ever held. Reading the file counts as neither. Nothing here depends on
// any particular peer; without one the tables show package assign alone.
//
// # Method
//
// Runs are interleaved, A B C A B C …, each in a process of its own, so that a
// slow minute of the machine meets everyone; ratios are taken round by round and
// summed up by their median. "Fastest peer" is the one of least median time in
// the same table. Every answer must have the same number of rows served and the
// same cost: otherwise the table says so and the exit status is 1, as it is when
// package assign fails or -check refuses its proof. A peer that fails or runs out
// of time is shown as such and not asked again about that instance.
//
// Package assign is measured as it is used: certificate included, with the
// garbage collector, which may use a second core; GOMAXPROCS=1 denies it that.
// With -full it climbs a ladder of five rungs as well, which answers another
// question: rows served must still agree, and its cost may not be less.
//
// Memory is the peak of the process as getrusage(2) tells it. On Linux a process
// begins with the peak of the one that started it, whence the shell in between:
// figures below some 3 MB mean nothing.
package main
