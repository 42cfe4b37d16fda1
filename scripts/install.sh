#!/bin/sh
# Cài đặt khaosat từ thư mục này. Installs khaosat from this folder: for everybody when root, else for this user.
#   ./install.sh [--prefix DIR]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
prefix=$HOME/.local
[ "$(id -u)" -eq 0 ] && prefix=/usr/local
[ "${1:-}" = --prefix ] && prefix=${2:?--prefix DIR}

cd "$here"
if ! sha256sum --quiet -c SHA256SUMS; then
  echo "Tệp cài đặt bị hỏng, hãy chép lại. / The files are damaged: copy them again." >&2
  exit 1
fi
mkdir -p "$prefix/bin" "$prefix/share/khaosat" "$prefix/lib/khaosat" "$prefix/share/doc/khaosat"
cp bin/khaosat "$prefix/bin/khaosat.new" && mv "$prefix/bin/khaosat.new" "$prefix/bin/khaosat"
rm -rf "$prefix/share/khaosat/forms.new" && cp -R share/khaosat/forms "$prefix/share/khaosat/forms.new"
rm -rf "$prefix/share/khaosat/forms" && mv "$prefix/share/khaosat/forms.new" "$prefix/share/khaosat/forms"
cp share/doc/khaosat/* "$prefix/share/doc/khaosat/"

# Only what this laptop lacks; its own libraries are better when they exist.
for library in $(ldd "$prefix/bin/khaosat" | awk '/not found/ {print $1}'); do
  [ -f "lib/khaosat/$library" ] && cp "lib/khaosat/$library" "$prefix/lib/khaosat/"
done
if ! "$prefix/bin/khaosat" --help >/dev/null; then
  echo "Chương trình không chạy được trên máy này. / The program does not run on this machine." >&2
  exit 1
fi
echo "Đã cài / installed: $prefix/bin/khaosat"
case ":$PATH:" in *":$prefix/bin:"*) ;; *) echo "Thêm vào PATH / add to PATH: export PATH=\"$prefix/bin:\$PATH\"" ;; esac
echo "Dữ liệu không bị đụng tới. / No store was touched."
