#ifndef KHAOSAT_CCHECKSUM_H
#define KHAOSAT_CCHECKSUM_H

#include <stddef.h>
#include <stdint.h>

/// CRC-32C (Castagnoli, reflected 0x82F63B78) of `length` bytes, continuing from `crc`; 0 to begin.
uint32_t khaosat_crc32c(uint32_t crc, const void *bytes, size_t length);

/// The same by table only: what a processor without the instruction runs, and what tests compare with.
uint32_t khaosat_crc32c_table(uint32_t crc, const void *bytes, size_t length);

#endif
