package plan

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf16"
)

// The library that draws knows no tags, so they follow as an incremental update behind the finished file: new versions
// of the catalog and the pages, and the tree of the structure (ISO 32000-1, 7.5.6 and 14.7).

const (
	productName = "Perspectief"
	language    = "nl-NL"
)

// element is a marked piece: where it stands and its place in the structure, from the outside in.
type element struct {
	page, mark int
	path       []tag
	alt        string
	lang       string // when it is not that of the document
	actual     string // the words, when they are drawn in another order than they are read
}

// properties are what the file says about itself. No names of people.
type properties struct {
	title     string
	date      time.Time
	languages []string
}

// update collects new versions of objects.
type update struct {
	old     []byte
	offsets map[int]int // of the objects in the old file
	objects map[int]string
	next    int
	root    int
	info    int
	xref    int
}

func addTags(pdf []byte, elements []element, about properties) ([]byte, error) {
	u, err := readUpdate(pdf)
	if err != nil {
		return nil, err
	}
	pages := 0
	for _, e := range elements {
		pages = max(pages, e.page)
	}
	tree := u.structure(elements, pages)
	metadata := u.add(xmp(about))
	if err := u.extend(u.root, fmt.Sprintf("/Lang (%s)\n/MarkInfo <</Marked true>>\n/StructTreeRoot %d 0 R\n"+
		"/ViewerPreferences <</DisplayDocTitle true>>\n/Metadata %d 0 R\n", language, tree, metadata)); err != nil {
		return nil, err
	}
	for page := 1; page <= pages; page++ {
		if err := u.extend(pageObject(page), fmt.Sprintf("/StructParents %d\n/Tabs /S\n", page-1)); err != nil {
			return nil, err
		}
	}
	return u.close(), nil
}

// pageObject is the number the library gives a page: after the tree of pages and the resources come page and content.
func pageObject(page int) int { return 1 + 2*page }

var (
	trailerRoot = regexp.MustCompile(`/Root (\d+) 0 R`)
	trailerInfo = regexp.MustCompile(`/Info (\d+) 0 R`)
	trailerSize = regexp.MustCompile(`/Size (\d+)`)
	startXref   = regexp.MustCompile(`startxref\s+(\d+)\s+%%EOF\s*$`)
)

func readUpdate(pdf []byte) (*update, error) {
	u := &update{old: pdf, offsets: map[int]int{}, objects: map[int]string{}}
	at := bytes.LastIndex(pdf, []byte("trailer"))
	if at < 0 {
		return nil, fmt.Errorf("plan: pdf: no trailer")
	}
	for _, field := range []struct {
		found *regexp.Regexp
		into  *int
	}{{trailerRoot, &u.root}, {trailerInfo, &u.info}, {trailerSize, &u.next}, {startXref, &u.xref}} {
		m := field.found.FindSubmatch(pdf[at:])
		if m == nil {
			return nil, fmt.Errorf("plan: pdf: no %s in the trailer", field.found)
		}
		*field.into, _ = strconv.Atoi(string(m[1])) // digits by the pattern
	}
	return u, u.readOffsets()
}

// readOffsets reads the one table that the library writes: "xref", "0 n", and a line of 20 bytes an object.
func (u *update) readOffsets() error {
	lines := bytes.Split(u.old[u.xref:], []byte("\n"))
	for i := 2; i < len(lines) && i < u.next+2; i++ {
		fields := bytes.Fields(lines[i])
		if len(fields) != 3 {
			return fmt.Errorf("plan: pdf: line %d of the table of objects is not readable", i)
		}
		if string(fields[2]) == "n" {
			u.offsets[i-2], _ = strconv.Atoi(string(fields[0]))
		}
	}
	return nil
}

// add gives a new object its number.
func (u *update) add(body string) int {
	n := u.next
	u.next++
	u.objects[n] = body
	return n
}

// extend makes a new version of a dictionary with more entries.
func (u *update) extend(number int, entries string) error {
	offset, ok := u.offsets[number]
	if !ok {
		return fmt.Errorf("plan: pdf: no object %d", number)
	}
	body, _, found := bytes.Cut(u.old[offset:], []byte("endobj"))
	_, body, begun := bytes.Cut(body, []byte("obj\n"))
	text := strings.TrimSpace(string(body))
	if !found || !begun || !strings.HasPrefix(text, "<<") || !strings.HasSuffix(text, ">>") {
		return fmt.Errorf("plan: pdf: object %d is no dictionary", number)
	}
	u.objects[number] = strings.TrimSuffix(text, ">>") + "\n" + entries + ">>"
	return nil
}

// node is an element of the tree while it is built.
type node struct {
	tag      tag
	children []*node
	element  *element
	number   int
}

// structure adds the tree and gives the number of its root.
func (u *update) structure(elements []element, pages int) int {
	document := &node{tag: tag{name: "Document"}}
	for i := range elements {
		document.insert(elements[i].path, &elements[i])
	}
	root := u.add("")
	u.number(document)
	u.write(document, root)
	parents := u.add(parentTree(document, pages))
	u.objects[root] = fmt.Sprintf("<</Type /StructTreeRoot /K [%d 0 R] /ParentTree %d 0 R /ParentTreeNextKey %d>>",
		document.number, parents, pages)
	return root
}

func (n *node) insert(path []tag, e *element) {
	var child *node
	if k := len(n.children); k > 0 && n.children[k-1].tag == path[0] && n.children[k-1].element == nil {
		child = n.children[k-1]
	} else {
		child = &node{tag: path[0]}
		n.children = append(n.children, child)
	}
	if len(path) == 1 {
		child.element = e
		return
	}
	child.insert(path[1:], e)
}

func (u *update) number(n *node) {
	n.number = u.add("")
	for _, child := range n.children {
		u.number(child)
	}
}

func (u *update) write(n *node, parent int) {
	var kids []string
	for _, child := range n.children {
		kids = append(kids, fmt.Sprintf("%d 0 R", child.number))
		u.write(child, n.number)
	}
	extra := ""
	if n.element != nil {
		kids = append(kids, strconv.Itoa(n.element.mark))
		extra = fmt.Sprintf(" /Pg %d 0 R", pageObject(n.element.page))
		if n.element.alt != "" {
			extra += " /Alt " + hexText(n.element.alt)
		}
		if n.element.actual != "" {
			extra += " /ActualText " + hexText(n.element.actual)
		}
		if n.element.lang != "" {
			extra += fmt.Sprintf(" /Lang (%s)", n.element.lang)
		}
	}
	u.objects[n.number] = fmt.Sprintf("<</Type /StructElem /S /%s /P %d 0 R /K [%s]%s>>",
		n.tag.name, parent, strings.Join(kids, " "), extra)
}

// parentTree lists for every page its elements in the order of their marks.
func parentTree(document *node, pages int) string {
	lists := make([][]string, pages)
	var visit func(*node)
	visit = func(n *node) {
		if n.element != nil {
			lists[n.element.page-1] = append(lists[n.element.page-1], fmt.Sprintf("%d 0 R", n.number))
		}
		for _, child := range n.children {
			visit(child)
		}
	}
	visit(document)
	var b strings.Builder
	b.WriteString("<</Nums [")
	for i, list := range lists {
		fmt.Fprintf(&b, "%d [%s]\n", i, strings.Join(list, " "))
	}
	b.WriteString("]>>")
	return b.String()
}

// hexText is a text string as UTF-16 with its mark, in hexadecimal.
func hexText(s string) string {
	var b strings.Builder
	b.WriteString("<FEFF")
	for _, unit := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, "%04X", unit)
	}
	b.WriteString(">")
	return b.String()
}

func xmp(about properties) string {
	var title bytes.Buffer
	_ = xml.EscapeText(&title, []byte(about.title)) // a buffer does not fail
	day := about.date.UTC().Format("2006-01-02T15:04:05Z")
	packet := `<?xpacket begin="` + "\ufeff" + `" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">` + title.String() + `</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>` + strings.Join(about.languages, "</rdf:li><rdf:li>") + `</rdf:li></rdf:Bag></dc:language>
<dc:format>application/pdf</dc:format>
<xmp:CreatorTool>` + productName + `</xmp:CreatorTool>
<xmp:CreateDate>` + day + `</xmp:CreateDate><xmp:ModifyDate>` + day + `</xmp:ModifyDate>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`
	return fmt.Sprintf("<</Type /Metadata /Subtype /XML /Length %d>>\nstream\n%s\nendstream", len(packet), packet)
}

// close writes the objects, their table and a trailer that points back to the old one.
func (u *update) close() []byte {
	var b bytes.Buffer
	b.Write(u.old)
	copy(b.Bytes(), "%PDF-1.7") // the header of the library says 1.3, which knows no tab order
	numbers := make([]int, 0, len(u.objects))
	for n := range u.objects {
		numbers = append(numbers, n)
	}
	slices.Sort(numbers)
	offsets := map[int]int{}
	for _, n := range numbers {
		offsets[n] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", n, u.objects[n])
	}
	xref := b.Len()
	b.WriteString("xref\n")
	for i := 0; i < len(numbers); {
		end := i
		for end+1 < len(numbers) && numbers[end+1] == numbers[end]+1 {
			end++
		}
		fmt.Fprintf(&b, "%d %d\n", numbers[i], end-i+1)
		for _, n := range numbers[i : end+1] {
			fmt.Fprintf(&b, "%010d 00000 n \n", offsets[n])
		}
		i = end + 1
	}
	fmt.Fprintf(&b, "trailer\n<<\n/Size %d\n/Root %d 0 R\n/Info %d 0 R\n/Prev %d\n>>\nstartxref\n%d\n%%%%EOF\n",
		u.next, u.root, u.info, u.xref, xref)
	return b.Bytes()
}
