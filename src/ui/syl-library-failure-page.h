/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/syl-library.h"

G_BEGIN_DECLS

/**
 * SylLibraryFailurePage:
 *
 * Says why the library could not be opened, and offers what can be done about it.
 *
 * Signal `retry`: the library is to be opened again.
 */
#define SYL_TYPE_LIBRARY_FAILURE_PAGE (syl_library_failure_page_get_type ())
G_DECLARE_FINAL_TYPE (SylLibraryFailurePage, syl_library_failure_page, SYL, LIBRARY_FAILURE_PAGE, AdwBin)

GtkWidget *syl_library_failure_page_new        (SylLibrary            *library);
void       syl_library_failure_page_show_error (SylLibraryFailurePage *self,
                                                const GError          *error);

G_END_DECLS
