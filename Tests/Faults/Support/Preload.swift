import Foundation

/// A small library that stands before the system's and makes its functions misbehave.
enum Preload {
  /// Every write into a file of a store takes half of what it is offered.
  static let halfWrites = """
    #define _GNU_SOURCE
    #include <dlfcn.h>
    #include <string.h>
    #include <stdio.h>
    #include <unistd.h>
    ssize_t write(int fd, const void *bytes, size_t count) {
      static ssize_t (*real)(int, const void *, size_t);
      if (!real) real = (ssize_t (*)(int, const void *, size_t))dlsym(RTLD_NEXT, "write");
      char name[64], path[4096];
      snprintf(name, sizeof name, "/proc/self/fd/%d", fd);
      ssize_t length = readlink(name, path, sizeof path - 1);
      if (length < 0) length = 0;
      path[length] = 0;
      if (strstr(path, "/data/") && count > 1) count = count / 2;
      return real(fd, bytes, count);
    }
    """

  /// The allocation that `FAIL_AT` counts, and every later one, gets nothing.
  static let noMemory = """
    #define _GNU_SOURCE
    #include <dlfcn.h>
    #include <stdlib.h>
    extern void *__libc_malloc(size_t);
    static long limit = -1, count;
    void *malloc(size_t size) {
      if (limit < 0) { char *text = getenv("FAIL_AT"); limit = text ? atol(text) : 0; }
      if (limit > 0 && __sync_add_and_fetch(&count, 1) >= limit) return 0;
      return __libc_malloc(size);
    }
    """

  /// Compiles a library into a folder; nil when that does not work here.
  static func compile(_ source: String, in folder: String) throws -> String? {
    guard let compiler = Machine.compiler else { return nil }
    let file = folder + "/preload-\(UUID().uuidString.prefix(6))"
    try Data(source.utf8).write(to: URL(fileURLWithPath: file + ".c"))
    let words = [compiler, "-shared", "-fPIC", "-O1", "-o", file + ".so", file + ".c", "-ldl"]
    return try Program.execute(words).exit == 0 ? file + ".so" : nil
  }
}
