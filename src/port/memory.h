/* memory.h - what the system and the C library may do without. The only module that
 * tells them. */
#ifndef PORT_MEMORY_H
#define PORT_MEMORY_H

/* For a program that runs for long: large blocks go back to the system when they are
 * freed, now and later. Without this the library learns from the first ones that were
 * freed to keep larger and larger ones. Before other threads start. */
void memory_give_back(void);

/* What is free between what is not goes back, too: after something large, where no page
 * waits. About a millisecond. */
void memory_tidy(void);

/* The loader read symbols and relocations of every library, and the program its own
 * beginning: none of it is read again. Pages of code and constants go, and those that
 * are needed after all come back from their files, unchanged. */
void memory_forget_loading(void);

#endif
