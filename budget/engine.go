package budget

import "perspectief/budget/rules"

// Engine computes year results. It is immutable and safe for use by many goroutines.
type Engine struct {
	book *rules.Book
}

// NewEngine makes an engine with a book of rules.
func NewEngine(book *rules.Book) *Engine { return &Engine{book} }
