#define _GNU_SOURCE
#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
#include "CTerminal.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <linux/kd.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

static SCREEN *screen;
static volatile sig_atomic_t open_now;
static struct termios saved_mode;
static int have_saved_mode;
static int signal_pipe[2] = {-1, -1};

/* Paste brackets off, cursor shown, attributes off, alternate screen left: what a dying process still can send. */
static const char reset_string[] = "\033[?2004l\033[?25h\033[0m\033[?1049l\r\n";
static const char console_reset_string[] = "\033[?25h\033[0m\033[H\033[J";
static int on_console;

static int key_paste_begin = 0, key_paste_end = 0;

static int locale_is_utf8(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }

/* The locale asked for; when it is missing or writes no UTF-8, one that does; otherwise ASCII. */
static int choose_locale(void) {
  const char *asked = getenv("LC_ALL");
  if (!asked || !*asked) asked = getenv("LC_CTYPE");
  if (!asked || !*asked) asked = getenv("LANG");
  if (setlocale(LC_ALL, "") && locale_is_utf8()) return KH_UTF8;
  /* C and POSIX are a wish for plain bytes, as a missing vi_VN.UTF-8 is not. */
  if (asked && (strstr(asked, "UTF-8") || strstr(asked, "utf8") || strstr(asked, "UTF8") || strstr(asked, "utf-8"))) {
    if (setlocale(LC_ALL, "C.UTF-8") && locale_is_utf8()) return KH_UTF8 | KH_OTHER_LOCALE;
  }
  setlocale(LC_ALL, "C");
  return 0;
}

/* Whether the font of the Linux console has the letters that only Vietnamese uses. */
static int console_font_is_poor(void) {
  static const unsigned short letters[] = {0x1EBF, 0x1EE3, 0x1EEF, 0x1EC7, 0x01B0, 0x0111};
  static struct unipair pairs[4096];
  struct unimapdesc map = {4096, pairs};
  if (ioctl(STDOUT_FILENO, GIO_UNIMAP, &map) != 0) return 0;
  for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
    int found = 0;
    for (int j = 0; j < map.entry_ct && !found; j++) found = pairs[j].unicode == letters[i];
    if (!found) return 1;
  }
  return 0;
}

static void write_all(const char *bytes, size_t length) {
  while (length > 0) {
    ssize_t done = write(STDOUT_FILENO, bytes, length);
    if (done < 0 && errno == EINTR) continue;
    if (done <= 0) return;
    bytes += done;
    length -= (size_t)done;
  }
}

/* A crash must not leave a laptop's terminal raw and silent. Only calls that are safe in a handler. */
static void on_crash(int number) {
  if (open_now) {
    open_now = 0;
    if (on_console)
      write_all(console_reset_string, sizeof console_reset_string - 1);
    else
      write_all(reset_string, sizeof reset_string - 1);
    if (have_saved_mode) tcsetattr(STDIN_FILENO, TCSANOW, &saved_mode);
  }
  signal(number, SIG_DFL);
  raise(number);
}

static void on_signal(int number) {
  int saved = errno;
  char byte = (char)number;
  if (write(signal_pipe[1], &byte, 1) < 0) { /* the pipe is full: a signal is already waiting */
  }
  errno = saved;
}

static void set_handler(int number, void (*handler)(int)) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  action.sa_flags = SA_RESTART;
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, NULL);
}

int kh_signals(void) {
  static const int numbers[] = {SIGHUP, SIGTERM, SIGINT, SIGTSTP, SIGCONT, SIGWINCH};
  if (signal_pipe[0] < 0 && pipe2(signal_pipe, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
  /* A parent that blocked them (a service, some remote shells) hands its mask down: we would be deaf to a hang-up. */
  sigset_t wanted;
  sigemptyset(&wanted);
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
    set_handler(numbers[i], on_signal);
    sigaddset(&wanted, numbers[i]);
  }
  pthread_sigmask(SIG_UNBLOCK, &wanted, NULL);
  return signal_pipe[0];
}

int kh_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC | O_NONBLOCK); }

void kh_stop(void) {
  set_handler(SIGTSTP, SIG_DFL);
  raise(SIGTSTP);
  set_handler(SIGTSTP, on_signal);
}

static void paste_brackets(int on) {
  if (!on_console) {
    putp(on ? "\033[?2004h" : "\033[?2004l");
    fflush(stdout);
  }
}

static void open_colours(int want, int *flags) {
  if (!want || !has_colors() || start_color() == ERR || COLORS < 8) return;
  if (use_default_colors() == ERR) return;
  for (short colour = 0; colour < 8; colour++) init_pair((short)(colour + 1), colour, -1);
  *flags |= KH_COLOUR;
}

int kh_open(int escape_delay, int want_colour) {
  static const int crashes[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE};
  if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) return KH_NO_TERMINAL;
  int flags = choose_locale();
  have_saved_mode = tcgetattr(STDIN_FILENO, &saved_mode) == 0;
  /* Only without these two does the size follow the window; real line characters instead of a second character set. */
  unsetenv("LINES");
  unsetenv("COLUMNS");
  setenv("NCURSES_NO_UTF8_ACS", "1", 1);
  screen = newterm(NULL, stdout, stdin);
  if (!screen) return KH_NO_TERMINAL;
  const char *cup = tigetstr("cup");
  if (!cup || cup == (const char *)-1 || !*cup) {
    endwin();
    delscreen(screen);
    screen = NULL;
    return KH_NO_CURSOR;
  }
  const char *term = getenv("TERM");
  on_console = term && strcmp(term, "linux") == 0;
  if (on_console) flags |= KH_CONSOLE | (console_font_is_poor() ? KH_POOR_FONT : 0);
  set_escdelay(escape_delay);
  raw();
  noecho();
  nonl();
  intrflush(stdscr, FALSE);
  keypad(stdscr, TRUE);
  nodelay(stdscr, TRUE);
  leaveok(stdscr, FALSE);
  open_colours(want_colour, &flags);
  /* Far from the codes that curses gives to the keys a terminal has beyond the standard ones. */
  key_paste_begin = KEY_MAX + 10001;
  key_paste_end = KEY_MAX + 10002;
  /* A report of the mouse is read whole as bytes; curses would know only how it begins. */
  define_key(NULL, KEY_MOUSE);
  define_key("\033[200~", key_paste_begin);
  define_key("\033[201~", key_paste_end);
  define_key("\033\t", KEY_BTAB);
  open_now = 1;
  paste_brackets(1);
  for (size_t i = 0; i < sizeof crashes / sizeof *crashes; i++) set_handler(crashes[i], on_crash);
  static int registered;
  if (!registered) registered = atexit(kh_close) == 0;
  return flags;
}

void kh_close(void) {
  if (!open_now) return;
  open_now = 0;
  paste_brackets(0);
  curs_set(1);
  endwin();
}

void kh_pause(void) {
  paste_brackets(0);
  curs_set(1);
  def_prog_mode();
  endwin();
}

void kh_resume(void) {
  reset_prog_mode();
  paste_brackets(1);
  clearok(curscr, TRUE);
}

void kh_size(int *height, int *width) {
  struct winsize window;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &window) == 0 && window.ws_row > 0 && window.ws_col > 0 &&
      (window.ws_row != LINES || window.ws_col != COLS))
    resizeterm(window.ws_row, window.ws_col);
  *height = LINES;
  *width = COLS;
}

void kh_put(int row, int column, const char *bytes, int length, int attributes, int pair) {
  wchar_t wide[CCHARW_MAX + 1];
  mbstate_t state;
  memset(&state, 0, sizeof state);
  int count = 0;
  while (length > 0 && count < CCHARW_MAX - 1) {
    size_t used = mbrtowc(&wide[count], bytes, (size_t)length, &state);
    if (used == 0 || used > (size_t)length) {
      wide[0] = L'?';
      count = 1;
      break;
    }
    bytes += used;
    length -= (int)used;
    count++;
  }
  wide[count] = 0;
  attr_t attribute = A_NORMAL;
  if (attributes & KH_BOLD) attribute |= A_BOLD;
  if (attributes & KH_REVERSE) attribute |= A_REVERSE;
  if (attributes & KH_UNDERLINE) attribute |= A_UNDERLINE;
  cchar_t cell;
  if (setcchar(&cell, wide, attribute, (short)pair, NULL) == OK) mvadd_wch(row, column, &cell);
}

void kh_cursor(int row, int column, int visible) {
  static int shown = -1;
  if (visible) move(row, column);
  if (visible != shown) curs_set(visible ? 1 : 0);
  shown = visible;
}

void kh_flush(void) {
  wnoutrefresh(stdscr);
  doupdate();
}

void kh_repaint(void) { clearok(curscr, TRUE); }

void kh_bell(void) { beep(); }

int kh_key(void) {
  static const struct { int curses, ours; } table[] = {
      {KEY_UP, KH_UP}, {KEY_DOWN, KH_DOWN}, {KEY_LEFT, KH_LEFT}, {KEY_RIGHT, KH_RIGHT}, {KEY_HOME, KH_HOME},
      {KEY_FIND, KH_HOME}, {KEY_END, KH_END}, {KEY_SELECT, KH_END}, {KEY_LL, KH_END}, {KEY_PPAGE, KH_PAGE_UP},
      {KEY_NPAGE, KH_PAGE_DOWN}, {KEY_IC, KH_INSERT}, {KEY_DC, KH_DELETE}, {KEY_BACKSPACE, KH_BACKSPACE},
      {KEY_ENTER, KH_ENTER}, {KEY_BTAB, KH_BACK_TAB}, {KEY_RESIZE, KH_RESIZE}};
  int key = getch();
  if (key == ERR) return KH_NONE;
  if (key >= 0 && key < 256) return key;
  if (key == key_paste_begin) return KH_PASTE_BEGIN;
  if (key == key_paste_end) return KH_PASTE_END;
  if (key >= KEY_F0 && key <= KEY_F(63)) return KH_F0 + (key - KEY_F0);
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    if (table[i].curses == key) return table[i].ours;
  const char *name = key > KEY_MAX ? keyname(key) : NULL;
  if (name && (strcmp(name, "kLFT5") == 0 || strcmp(name, "kLFT3") == 0)) return KH_WORD_LEFT;
  if (name && (strcmp(name, "kRIT5") == 0 || strcmp(name, "kRIT3") == 0)) return KH_WORD_RIGHT;
  return KH_OTHER;
}
