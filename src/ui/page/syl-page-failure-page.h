/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "syl-page-types.h"

G_BEGIN_DECLS

/**
 * SylPageFailurePage:
 *
 * Says why a page is not shown, and what can be done: try again, or open it in the browser.
 */
#define SYL_TYPE_PAGE_FAILURE_PAGE (syl_page_failure_page_get_type ())
G_DECLARE_FINAL_TYPE (SylPageFailurePage, syl_page_failure_page, SYL, PAGE_FAILURE_PAGE, AdwBin)

void syl_page_failure_page_show       (SylPageFailurePage   *self,
                                       const SylPageFailure *failure);
void syl_page_failure_page_show_error (SylPageFailurePage   *self,
                                       const GError         *error);

G_END_DECLS
