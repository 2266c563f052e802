package store

import (
	"crypto/sha256"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"

	"filippo.io/age"
)

// temporary ends the name of a file that is to take the place of another. It holds what the other will hold, so of an
// encrypted file only encrypted bytes.
const temporary = ".nieuw"

// Case is an encrypted case file that is open: its passphrase has been given, and no other program of ours can write to it.
// It may be used from several goroutines. Save, Erase, ChangePassphrase and Reopen wait for the disk and for each other; all else
// goes on while they wait, also a copy on another disk.
type Case struct {
	disk   sync.Mutex // held while the file is read or written, which takes as long as the disk likes
	seen   seen
	doomed bool // it is being erased

	mu       sync.Mutex // of what follows, which changes only while disk is held too; but for closed and opened
	path     string
	lock     *lock // nil when the file can only be read
	obstacle error // why there is no lock
	identity *age.X25519Identity
	key      []byte // encrypted to the passphrase
	states   states
	opened   bool // the present state was there at the opening; the next save keeps it as a version
	closed   bool

	now    func() time.Time
	create createFile
	take   func(path string) (*lock, error)
	work   int
}

func newCase(path string) *Case {
	return &Case{path: resolved(path), now: time.Now, create: createNew, take: take, work: workFactor}
}

// seen is what the file was when it was last read or written.
type seen struct {
	info fs.FileInfo
	sum  [sha256.Size]byte
}

// Create makes a new encrypted file that holds the document. An empty file at the path, such as a file dialog leaves, is
// taken over; any other file is ErrExists. It takes about a second.
func Create(path, passphrase string, d *Document) (*Case, error) {
	return create(path, passphrase, d, workFactor)
}

func create(path, passphrase string, d *Document, work int) (*Case, error) {
	c := newCase(path)
	c.work = work
	sweep(filepath.Dir(c.path), c.take)
	var err error
	if c.lock, err = c.take(c.path); err != nil {
		return nil, err
	}
	if err = c.begin(passphrase, d); err != nil {
		c.lock.release()
		return nil, err
	}
	return c, nil
}

func (c *Case) begin(passphrase string, d *Document) error {
	if err := free(c.path); err != nil {
		return err
	}
	var err error
	if c.identity, c.key, err = newKey(passphrase, c.work); err != nil {
		return err
	}
	next, err := c.next(d)
	if err != nil {
		return err
	}
	return c.write(c.key, c.identity, next, putNew)
}

// free tells whether a new file can be made at a path.
func free(path string) error {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return whileReading(err)
	case info.Size() > 0 || !info.Mode().IsRegular():
		return ErrExists
	}
	return nil
}

// Open opens an encrypted file. It takes about a second. A file on a read-only place opens too; see Obstacle.
func Open(path, passphrase string) (*Case, error) { return open(path, passphrase, take) }

func open(path, passphrase string, take func(string) (*lock, error)) (*Case, error) {
	c := newCase(path)
	c.opened, c.take = true, take
	sweep(filepath.Dir(c.path), c.take)
	if err := c.claim(); err != nil {
		return nil, err
	}
	if err := c.read(passphrase); err != nil {
		c.release()
		return nil, err
	}
	return c, nil
}

// claim takes the lock when the file can be written, or notes why it cannot.
func (c *Case) claim() error {
	info, err := os.Stat(c.path)
	switch {
	case err != nil:
		return whileReading(err)
	case !info.Mode().IsRegular():
		return ErrForeign
	case !writable(c.path, info):
		c.obstacle = ErrReadOnly
		return nil
	}
	c.lock, err = c.take(c.path)
	if errors.Is(err, ErrReadOnly) || errors.Is(err, ErrDiskFull) {
		c.obstacle = err
		return nil
	}
	return err
}

// writable also heeds a file that is set to read-only in a folder where it could be replaced all the same.
func writable(path string, info fs.FileInfo) bool {
	if info.Mode().Perm()&0o200 == 0 {
		return false
	}
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return false
	}
	return f.Close() == nil
}

func (c *Case) read(passphrase string) error {
	data, err := ReadBytes(c.path)
	if err != nil {
		return err
	}
	parts, err := takeApart(data)
	if err != nil {
		return err
	}
	if c.identity, err = parts.unlock(passphrase); err != nil {
		return err
	}
	if c.states, err = parts.open(c.identity); err != nil {
		return err
	}
	if _, err := c.states[0].document(); err != nil {
		return err
	}
	c.key = parts.key
	if c.lock != nil {
		os.Remove(beside(c.path, temporary)) // of a program that died while it saved
	}
	return c.see(data)
}

// see remembers what stands in the file now.
func (c *Case) see(data []byte) error {
	c.seen.sum = sha256.Sum256(data)
	info, err := os.Stat(c.path)
	if err != nil {
		return whileReading(err)
	}
	c.seen.info = info
	return nil
}

// Path is where the file is, behind any links.
func (c *Case) Path() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.path
}

// Obstacle tells why nothing can be saved in this file as things stand: ErrReadOnly when its place cannot be written to,
// ErrDiskFull when there was no room for the lock, which each save tries again. It is nil when a save is worth a try.
func (c *Case) Obstacle() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.obstacle
}

// At tells whether the file at a path is the file of this case.
func (c *Case) At(path string) bool { return SameFile(path, c.Path()) }

// SameFile tells whether two paths lead to the same file.
func SameFile(a, b string) bool {
	if resolved(a) == resolved(b) {
		return true
	}
	one, err := os.Stat(a)
	if err != nil {
		return false
	}
	other, err := os.Stat(b)
	return err == nil && os.SameFile(one, other)
}

// Document reads the present state. Each call gives a document of its own.
func (c *Case) Document() (*Document, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.closed {
		return nil, ErrClosed
	}
	return c.states[0].document()
}

// Save makes the document the present state. The state of before this opening, and the last of each day, stay in the file as
// versions. On an error the file is as it was. It refuses what WriteOver refuses, and leaves out what that leaves out.
func (c *Case) Save(d *Document) error { return c.save(d, false) }

// SaveKeeping is Save, but the state that was present stays in the file as a version.
func (c *Case) SaveKeeping(d *Document) error { return c.save(d, true) }

func (c *Case) save(d *Document, keep bool) error {
	return c.writing(func() error {
		c.change(func() { c.opened = c.opened || keep })
		next, err := c.next(d)
		if err != nil {
			return err
		}
		if err := c.write(c.key, c.identity, next, putOver); err != nil {
			return err
		}
		c.change(func() { c.opened = false })
		return nil
	})
}

// writing does something to the file, when that can be done at all.
func (c *Case) writing(do func() error) error {
	return c.alone(func() error {
		if err := c.canWrite(); err != nil {
			return err
		}
		return do()
	})
}

// alone waits until nothing else is read from the file or written to it.
func (c *Case) alone(do func() error) error {
	c.disk.Lock()
	defer c.letGo()
	defer c.disk.Unlock()
	return do()
}

func (c *Case) change(what func()) {
	c.mu.Lock()
	defer c.mu.Unlock()
	what()
}

// SaveCopy puts the document, the earlier versions and the passphrase in a new file. The case stays with its own file.
func (c *Case) SaveCopy(path string, d *Document) error {
	if c.holds(path) {
		return c.alone(func() error { return c.putBack(d) })
	}
	copied, err := c.CopyTo(path, d)
	if err == nil {
		copied.Close()
	}
	return err
}

// CopyTo is SaveCopy, and gives the new file opened. This is the way out when the file itself cannot be written, also when its
// disk keeps a save waiting: what is there of it stays as it is.
func (c *Case) CopyTo(path string, d *Document) (*Case, error) {
	if c.holds(path) {
		return c.startAgain(d)
	}
	to, err := c.twin(path)
	if err != nil {
		return nil, err
	}
	if err := free(to.path); err != nil {
		return nil, err
	}
	next, err := to.next(d)
	if err != nil {
		return nil, err
	}
	if to.lock, err = to.take(to.path); err != nil {
		return nil, err
	}
	if err := to.write(to.key, to.identity, next, putNew); err != nil {
		to.release()
		return nil, err
	}
	to.opened = false
	return to, nil
}

// holds tells whether a path, at which there may be nothing any more, is that of this case and locked by it.
func (c *Case) holds(path string) bool {
	path = resolved(path)
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.lock != nil && path == c.path
}

// putBack makes the file of this case anew when it is gone.
func (c *Case) putBack(d *Document) error {
	if c.isClosed() {
		return ErrClosed
	}
	next, err := c.next(d)
	if err != nil {
		return err
	}
	if err := c.write(c.key, c.identity, next, putNew); err != nil {
		return err
	}
	c.change(func() { c.opened = false })
	return nil
}

// startAgain is putBack, and gives the file opened. The lock passes on, and this case is closed.
func (c *Case) startAgain(d *Document) (again *Case, err error) {
	err = c.alone(func() error {
		if err := c.putBack(d); err != nil {
			return err
		}
		if again, err = c.twin(c.path); err != nil {
			return err
		}
		again.lock, again.seen, again.take = c.lock, c.seen, c.take
		c.change(func() { c.lock, c.closed = nil, true })
		return nil
	})
	return again, err
}

// twin is a case for another path that knows what this one knows.
func (c *Case) twin(path string) (*Case, error) {
	to := newCase(path)
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.closed {
		return nil, ErrClosed
	}
	to.identity, to.key, to.states, to.opened, to.now, to.create, to.work = c.identity, c.key, c.states, c.opened, c.now, c.create, c.work
	return to, nil
}

// Reopen opens the file of this case anew, as Open does: another program may have changed it. The lock on it passes on, and this
// case is closed. On an error the case stays as it was.
func (c *Case) Reopen(passphrase string) (*Case, error) {
	var again *Case
	err := c.alone(func() (err error) {
		if c.lock == nil {
			again, err = open(c.path, passphrase, c.take)
			return err
		}
		next := newCase(c.path)
		next.opened, next.take, next.lock = true, c.take, c.lock
		if err := next.read(passphrase); err != nil {
			return err
		}
		again = next
		c.change(func() { c.lock = nil })
		return nil
	})
	if err != nil {
		return nil, err
	}
	c.Close()
	return again, nil
}

// Saved is when the present state was saved.
func (c *Case) Saved() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.states) == 0 {
		return time.Time{}
	}
	return c.states[0].saved
}

// Versions lists the earlier states, the newest first.
func (c *Case) Versions() []Version {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.states.versions()
}

// Unlocks tells whether the passphrase is the one of this file, for a window that was locked. It takes about a second.
func (c *Case) Unlocks(passphrase string) bool {
	c.mu.Lock()
	key := c.key
	c.mu.Unlock()
	_, err := container{key: key}.unlock(passphrase)
	return err == nil
}

// ChangePassphrase gives the file a new key and a new passphrase. Copies that were made before keep the old ones. It takes
// about a second.
func (c *Case) ChangePassphrase(passphrase string) error {
	return c.writing(func() error {
		identity, key, err := newKey(passphrase, c.work)
		if err != nil {
			return err
		}
		return c.write(key, identity, c.states, putOver)
	})
}

// Close lets go of the file. What was saved stays. It does not wait for a save that is under way: that still ends as it would,
// and lets go then.
func (c *Case) Close() {
	c.change(func() { c.closed = true })
	c.letGo()
}

// letGo frees a file that was closed, unless somebody is busy with it: who is does this at the end.
func (c *Case) letGo() {
	if !c.isClosed() || !c.disk.TryLock() {
		return
	}
	defer c.disk.Unlock()
	c.release()
	c.change(func() { c.identity, c.key, c.states = nil, nil, nil })
}

func (c *Case) isClosed() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.closed
}

func (c *Case) release() {
	if l := c.lock; l != nil {
		c.change(func() { c.lock = nil })
		l.release()
	}
}

// canWrite tells what keeps this case from writing to its file.
func (c *Case) canWrite() error {
	if c.isClosed() {
		return ErrClosed
	}
	if err := c.retake(); err != nil {
		return err
	}
	return c.unchanged()
}

// retake takes the lock for which there was no room at the opening.
func (c *Case) retake() error {
	if c.lock != nil {
		return nil
	}
	if !errors.Is(c.obstacle, ErrDiskFull) {
		return c.obstacle
	}
	l, err := c.take(c.path)
	if err == nil {
		c.change(func() { c.lock, c.obstacle = l, nil })
	}
	return err
}

// unchanged compares the file with what was last read or written: by its size and time, and when these differ by its bytes.
func (c *Case) unchanged() error {
	info, err := os.Stat(c.path)
	if err != nil {
		return whileReading(err)
	}
	if info.Mode().Perm()&0o200 == 0 {
		return ErrReadOnly
	}
	was := c.seen.info
	if was != nil && os.SameFile(info, was) && info.Size() == was.Size() && info.ModTime().Equal(was.ModTime()) {
		return nil
	}
	data, err := ReadBytes(c.path)
	if err != nil {
		return err
	}
	if sha256.Sum256(data) != c.seen.sum {
		return ErrChanged
	}
	c.seen.info = info
	return nil
}

// next is what the file holds once the document is saved.
func (c *Case) next(d *Document) (states, error) {
	data, err := d.storable()
	if err != nil {
		return nil, err
	}
	packed, err := pack(data)
	if err != nil {
		return nil, err
	}
	now := c.now().Truncate(time.Second)
	keep := c.opened || len(c.states) > 0 && !sameDay(c.states[0].saved, now)
	return c.states.with(state{now, packed}, keep), nil
}

// write puts the file in its place. The case changes with it, or not at all.
func (c *Case) write(key []byte, identity *age.X25519Identity, next states, put putFile) error {
	data, fitting, err := seal(key, identity, next)
	if err != nil {
		return err
	}
	through := beside(c.path, temporary)
	os.Remove(through) // the lock is ours, so nobody is writing it
	replaced, err := replace(c.path, through, data, c.create, put)
	if !replaced {
		return whileWriting(err)
	}
	c.change(func() { c.key, c.identity, c.states = key, identity, fitting })
	return errors.Join(whileWriting(err), c.see(data))
}

// seal makes the bytes of a file. When they would be too many, the oldest versions make room.
func seal(key []byte, identity *age.X25519Identity, s states) ([]byte, states, error) {
	for ; len(s) > 0; s = s[:len(s)-1] {
		body, err := s.body()
		if err != nil {
			return nil, nil, err
		}
		sealed, err := encrypt(body, identity.Recipient())
		if err != nil {
			return nil, nil, err
		}
		if data := (container{key, sealed}).bytes(); len(data) <= MaxSize {
			return data, s, nil
		}
	}
	return nil, nil, ErrTooLarge
}
