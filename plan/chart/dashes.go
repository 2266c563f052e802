package chart

import "math"

// Dashes cuts a path into pieces of one length with gaps between them, both measured along the path.
func Dashes(path []XY, dash, gap float64) [][]XY {
	if dash <= 0 || gap <= 0 || len(path) < 2 {
		return [][]XY{path}
	}
	var pieces [][]XY
	piece, drawn, left := []XY{path[0]}, true, dash
	for i := 1; i < len(path); i++ {
		from, to := path[i-1], path[i]
		for {
			length := math.Hypot(to.X-from.X, to.Y-from.Y)
			if length < left {
				left -= length
				break
			}
			from = XY{from.X + (to.X-from.X)*left/length, from.Y + (to.Y-from.Y)*left/length}
			if drawn {
				pieces = append(pieces, append(piece, from))
			}
			if drawn = !drawn; drawn {
				piece, left = []XY{from}, dash
			} else {
				left = gap
			}
		}
		if drawn && from != to {
			piece = append(piece, to)
		}
	}
	if drawn && len(piece) > 1 {
		pieces = append(pieces, piece)
	}
	return pieces
}
