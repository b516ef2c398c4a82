#include "port/memory.h"
#include <link.h>
#include <malloc.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

#define LARGE (64 * 1024)       /* bytes: what one page is made in is less */

void
memory_give_back(void)
{
	/* Either is advice; a library that does not take it is only larger. */
	(void)mallopt(M_MMAP_THRESHOLD, LARGE);
	(void)mallopt(M_TRIM_THRESHOLD, 2 * LARGE);
	(void)mallopt(M_TOP_PAD, LARGE / 4);    /* of each thread; else 128 kB */
}

void
memory_tidy(void)
{
	(void)malloc_trim(0);
}

/* Code that the loader changed, which no library should want, is not as in its file. */
static bool
is_changed(const struct dl_phdr_info *info)
{
	for (size_t i = 0; i < info->dlpi_phnum; i++) {
		const ElfW(Phdr) *p = &info->dlpi_phdr[i];
		const ElfW(Dyn)  *d;

		if (p->p_type != PT_DYNAMIC)
			continue;
		for (d = (const ElfW(Dyn) *)(info->dlpi_addr + p->p_vaddr); d->d_tag != DT_NULL; d++)
			if (d->d_tag == DT_TEXTREL ||
			    (d->d_tag == DT_FLAGS && (d->d_un.d_val & DF_TEXTREL) != 0))
				return true;
	}
	return false;
}

static int
give_back_file(struct dl_phdr_info *info, size_t size, void *page)
{
	uintptr_t mask = *(const uintptr_t *)page - 1;

	(void)size;
	if (is_changed(info))
		return 0;
	for (size_t i = 0; i < info->dlpi_phnum; i++) {
		const ElfW(Phdr) *p = &info->dlpi_phdr[i];
		uintptr_t         from = (info->dlpi_addr + p->p_vaddr + mask) & ~mask;
		uintptr_t         to = (info->dlpi_addr + p->p_vaddr + p->p_filesz) & ~mask;

		if (p->p_type == PT_LOAD && (p->p_flags & PF_W) == 0 && from < to)
			(void)madvise((void *)from, to - from, MADV_DONTNEED);
	}
	return 0;
}

void
memory_forget_loading(void)
{
	uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);

	(void)dl_iterate_phdr(give_back_file, &page);
}
