/* The only place where a curses macro or global is named: everything here is a function over plain integers and
   bytes, so that Swift sees neither macros nor shared mutable variables. One thread owns the terminal. */
#ifndef KHAOSAT_CTERMINAL_H
#define KHAOSAT_CTERMINAL_H

/* Answers of kh_open; the positive ones are bits. */
enum {
  KH_NO_TERMINAL = -1, /* TERM is unknown, or standard input or output is not a terminal */
  KH_NO_CURSOR = -2,   /* the terminal cannot place its cursor (TERM=dumb) */
  KH_UTF8 = 1,         /* the locale in force writes UTF-8 */
  KH_COLOUR = 2,       /* at least eight colours on the terminal's own background */
  KH_CONSOLE = 4,      /* the Linux console */
  KH_POOR_FONT = 8,    /* the console's font lacks Vietnamese letters */
  KH_OTHER_LOCALE = 16 /* the locale asked for is not installed: another one that writes UTF-8 was taken */
};

/* Bits of an attribute. */
enum { KH_BOLD = 1, KH_REVERSE = 2, KH_UNDERLINE = 4 };

/* Answers of kh_key that are no bytes (bytes are 0 to 255). */
enum {
  KH_NONE = -1,
  KH_UP = 256, KH_DOWN, KH_LEFT, KH_RIGHT, KH_HOME, KH_END, KH_PAGE_UP, KH_PAGE_DOWN, KH_INSERT, KH_DELETE,
  KH_BACKSPACE, KH_ENTER, KH_BACK_TAB, KH_RESIZE, KH_PASTE_BEGIN, KH_PASTE_END, KH_WORD_LEFT, KH_WORD_RIGHT,
  KH_OTHER,
  KH_F0 = 512 /* KH_F0 + n is function key n */
};

/* Opens the terminal: locale, newterm, raw mode, bracketed paste, restoration on every way out. */
int kh_open(int escape_delay, int want_colour);
/* Gives the terminal back as it was; may be called again, and is called at exit. */
void kh_close(void);
/* Gives the terminal back for a while, and takes it again with everything redrawn. */
void kh_pause(void);
void kh_resume(void);
/* Rows and columns of the terminal as it is now; also tells curses about a change. */
void kh_size(int *height, int *width);
/* Puts one character (UTF-8, with its marks) at a place. */
void kh_put(int row, int column, const char *bytes, int length, int attributes, int pair);
void kh_cursor(int row, int column, int visible);
/* Sends what changed. */
void kh_flush(void);
/* Sends everything at the next kh_flush. */
void kh_repaint(void);
void kh_bell(void);
/* The next byte or key that has already arrived, or KH_NONE. Never waits longer than the escape delay. */
int kh_key(void);
/* Makes the signals HUP TERM INT TSTP CONT WINCH write their number as one byte to the descriptor returned. */
int kh_signals(void);
/* Makes a pipe whose ends neither block nor pass to other programs; 0 when done. */
int kh_pipe(int ends[2]);
/* Stops this process as the suspend key would have done, and returns when it goes on. */
void kh_stop(void);
#endif
