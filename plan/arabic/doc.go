// Package arabic prepares text for a page that is drawn letter by letter from left to right: Arabic letters in their joined
// forms, and the order in which a line of mixed directions is seen (Unicode Standard Annex 9, Unicode Bidirectional Algorithm).
//
// It knows Arabic and Persian without vowel signs. Explicit embeddings and overrides are left out; isolates are obeyed.
package arabic
