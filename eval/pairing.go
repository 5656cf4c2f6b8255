package eval

import "math"

// bestPairing gives the largest sum of cells of a matrix with at most one cell
// in each row and each column (Kuhn 1955 and Munkres 1957, in the form with
// potentials, in cubic time). Cells are not negative.
func bestPairing(gain [][]float64) float64 {
	rows := len(gain)
	if rows == 0 {
		return 0
	}
	n := max(rows, len(gain[0]))
	at := func(i, j int) float64 { // of a square matrix of costs, from 1
		if i > rows || j > len(gain[0]) {
			return 0
		}
		return -gain[i-1][j-1]
	}
	row := assign(n, at)
	sum := 0.0
	for j := 1; j <= n; j++ {
		sum -= at(row[j], j)
	}
	return sum
}

// assign gives the row of each column, from 1 to n, with the least cost.
func assign(n int, cost func(i, j int) float64) []int {
	u, v := make([]float64, n+1), make([]float64, n+1)
	row, way := make([]int, n+1), make([]int, n+1)
	for i := 1; i <= n; i++ {
		row[0] = i
		least, used := make([]float64, n+1), make([]bool, n+1)
		for j := range least {
			least[j] = math.Inf(1)
		}
		column := 0
		for row[column] != 0 {
			used[column] = true
			delta, next := math.Inf(1), 0
			for j := 1; j <= n; j++ {
				if used[j] {
					continue
				}
				if c := cost(row[column], j) - u[row[column]] - v[j]; c < least[j] {
					least[j], way[j] = c, column
				}
				if least[j] < delta {
					delta, next = least[j], j
				}
			}
			for j := range used {
				if used[j] {
					u[row[j]], v[j] = u[row[j]]+delta, v[j]-delta
				} else {
					least[j] -= delta
				}
			}
			column = next
		}
		for column != 0 {
			row[column] = row[way[column]]
			column = way[column]
		}
	}
	return row
}
