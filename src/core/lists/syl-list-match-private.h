/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lists/syl-list-match.h"

G_BEGIN_DECLS

gboolean _syl_list_match_read_list     (SylListMatch    *self,
                                        SylConnection   *connection,
                                        GError         **error);
gboolean _syl_list_match_read_sections (SylListMatch    *self,
                                        SylConnection   *connection,
                                        SylListChanges  *changes,
                                        GError         **error);
gboolean _syl_list_match_read_picks    (SylListMatch    *self,
                                        SylConnection   *connection,
                                        SylListChanges  *changes,
                                        GError         **error);
gboolean _syl_list_match_read_sources  (SylListMatch    *self,
                                        SylConnection   *connection,
                                        GError         **error);

G_END_DECLS
